/// A file that differs between two states of a repository.
struct ChangedFile: Sendable, Hashable {
    /// Where it is now, from the repository's root; where it was, for a file that is gone.
    var path: String
    /// Where it was; nil for a new file.
    var oldPath: String?
    /// The object that it was; nil for a new file and for what is no file.
    var oldObject: String?
    /// Whether it is there now.
    var isPresent: Bool
    /// Whether it was a symbolic link.
    var wasLink = false

    /// Reads what `git diff --raw -z --no-abbrev` prints: `:mode mode object object status`, and a path or two.
    static func list(_ output: [UInt8]) -> [ChangedFile] {
        var fields = output.split(separator: 0)[...]
        var files: [ChangedFile] = []
        while let head = fields.popFirst() {
            let words = head.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 5, let first = fields.popFirst(), let status = words[4].first else { continue }
            let oldPath = String(decoding: first, as: UTF8.self)
            var path = oldPath
            if status == "R" || status == "C", let second = fields.popFirst() {
                path = String(decoding: second, as: UTF8.self)
            }
            let wasThere = words[0] != ":000000" && status != "C"
            // A submodule has files of its own repository.
            if words[0] == ":160000" || words[1] == "160000" { continue }
            files.append(
                ChangedFile(
                    path: path, oldPath: wasThere ? oldPath : nil, oldObject: wasThere ? words[2] : nil,
                    isPresent: status != "D", wasLink: words[0] == ":120000"))
        }
        return files
    }
}

extension Git {
    /// What of the tracked files differs.
    ///
    /// - Parameters:
    ///   - start: a commit or tree; nil is the index.
    ///   - staged: whether it is compared with the index rather than with the work tree.
    ///   - renames: whether a file that is gone and a new one like it are one.
    func changes(since start: String?, staged: Bool, renames: Bool) throws(GitError) -> [ChangedFile] {
        let flags = [
            "diff", "--raw", "-z", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative",
            "--ignore-submodules=all", renames ? "--find-renames" : "--no-renames",
        ]
        return ChangedFile.list(try output(flags + (staged ? ["--cached"] : []) + (start.map { [$0] } ?? []) + ["--"]))
    }

    /// Files that are neither tracked nor ignored.
    func untracked() throws(GitError) -> [String] {
        try output(["ls-files", "--others", "--exclude-standard", "-z", "--full-name"])
            .split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
