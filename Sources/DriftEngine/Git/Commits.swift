extension Git {
    /// The commit that a change began at.
    ///
    /// - Parameter reference: a branch, a tag or a commit, of which the merge base with HEAD is meant, so that what
    ///   others did there meanwhile is no part of the change; nil is HEAD itself.
    /// - Returns: the name of a commit, or of the empty tree where there is no commit yet.
    func start(of reference: String?) throws(GitError) -> String {
        guard let reference else {
            if let head = try line(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]) { return head }
            return try line(["hash-object", "-t", "tree", "--stdin"]) ?? ""
        }
        guard !reference.isEmpty, reference.utf8.first != UInt8(ascii: "-") else {
            throw GitError("“\(reference)” is no reference of git")
        }
        guard let commit = try line(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"]) else {
            throw GitError("git knows no “\(reference)” here" + (try adviceOnDepth()))
        }
        guard let base = try line(["merge-base", commit, "HEAD"]) else {
            throw GitError("“\(reference)” and HEAD have no commit in common" + (try adviceOnDepth()))
        }
        return base
    }

    private func adviceOnDepth() throws(GitError) -> String {
        guard try line(["rev-parse", "--is-shallow-repository"]) == "true" else { return "" }
        return "; this clone is shallow: fetch the whole history (actions/checkout with “fetch-depth: 0”, GIT_DEPTH: 0 "
            + "on GitLab, or `git fetch --unshallow`) and the branch to compare with"
    }

    /// The bytes of objects, by name; what is missing is left out.
    func objects(_ names: Set<String>) throws(GitError) -> [String: [UInt8]] {
        if names.isEmpty { return [:] }
        let input = Array(names.sorted().joined(separator: "\n").utf8) + [0x0A]
        let output = try output(["cat-file", "--batch"], input: input)
        var objects: [String: [UInt8]] = [:]
        var index = 0
        while let end = output[index...].firstIndex(of: 0x0A) {
            // `name type size`, or `name missing`.
            let words = output[index..<end].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            index = end + 1
            guard words.count == 3, let size = Int(words[2]), size >= 0, size <= output.count - index else { continue }
            objects[words[0]] = Array(output[index..<(index + size)])
            index += size + 1
            if index >= output.count { break }
        }
        return objects
    }
}
