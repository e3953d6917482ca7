package import DriftFindings

/// A baseline on the disk, as runs use it.
package struct BaselineFile: Sendable {
    /// As errors name it.
    package let path: String
    private let files: any Files
    private let workingFolder: String

    /// The name that is given to a baseline where none is asked for.
    package static let defaultName = "driftlint-baseline.yml"

    /// - Parameter workingFolder: the absolute path of `.`.
    package init(path: String, files: any Files, workingFolder: String) {
        self.path = Path.normalised(path)
        self.files = files
        self.workingFolder = workingFolder
    }

    /// - Throws: `FileError`, `BaselineError`.
    package func read() throws -> Baseline {
        guard files.kind(of: path) != nil else {
            throw FileError(path: path, reason: "no such baseline; `driftlint --write-baseline=\(path)` writes it")
        }
        return try Baseline.read(try files.read(path), path: path)
    }

    /// Replaces the file as a whole.
    package func write(_ baseline: Baseline) throws(FileError) {
        try files.write(Array(baseline.text.utf8), to: path)
    }

    /// Entries for findings.
    package func entries(_ findings: [Finding]) -> [Baseline.Entry] {
        findings.map { finding in
            Baseline.Entry(path: relative(finding.place.path), rule: finding.rule, fingerprint: finding.fingerprint)
        }
    }

    /// A path of this run as entries write it.
    private func relative(_ path: String) -> String {
        Path.relative(absolute(path), from: absolute(Path.folder(of: self.path)))
    }

    /// Where the file of an entry is.
    fileprivate func absolute(_ entry: Baseline.Entry) -> String {
        absolute(Path.join(Path.folder(of: path), entry.path))
    }

    fileprivate func absolute(_ path: String) -> String {
        Path.normalised(path.utf8.first == UInt8(ascii: "/") ? path : "\(workingFolder)/\(path)")
    }
}

/// What a run looked at, so that an entry which was not found again can be told from one that was not looked for.
package struct LookedAt: Sendable {
    private let file: BaselineFile
    /// Absolute paths.
    private let documents: Set<String>
    private let folders: [String]
    private let rules: Set<String>

    /// - Parameters:
    ///   - folders: those below which nothing was left out.
    ///   - rules: ids of those that report.
    package init(_ documents: [String], below folders: [String], rules: Set<String>, for file: BaselineFile) {
        self.file = file
        self.folders = folders.map(file.absolute)
        self.rules = rules
        self.documents = Set(documents.map(file.absolute))
    }

    /// A document that is gone, or that is in no set any more, counts as looked at in the folder where it was.
    package func contains(_ entry: Baseline.Entry) -> Bool {
        guard rules.contains(entry.rule) else { return false }
        let path = file.absolute(entry)
        return documents.contains(path) || folders.contains { Path.isInside(path, $0) }
    }
}
