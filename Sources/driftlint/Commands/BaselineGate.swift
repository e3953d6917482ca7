import DriftEngine
import DriftFindings
import DriftLayout
import DriftText

/// What a run does with the baseline: leaves out what it knows, says where it can shrink, or writes it anew.
struct BaselineGate {
    let file: BaselineFile
    private let known: Baseline
    private let writes: Bool
    private let isConfigured: Bool
    /// What the configuration would have to say.
    private let keyValue: String
    private let options: Options

    /// Nil where there is no baseline. The file is read here, so that what is wrong with it shows before a long run.
    init?(_ options: Options, configuration: Configuration?, files: any Files) throws {
        let configured = configuration.flatMap { own in own.baseline.map { Path.join(own.folder, $0) } }
        let usual = Path.join(configuration?.folder ?? ".", BaselineFile.defaultName)
        var path = options.readsBaseline ? options.baseline ?? configured : nil
        switch options.baselineWriting {
        case .configured: path = options.baseline ?? configured ?? usual
        case .file(let given): path = given
        case nil: break
        }
        guard let path else { return nil }
        file = BaselineFile(path: path, files: files, workingFolder: WorkingFolder.path)
        writes = options.baselineWriting != nil
        let folder = configuration?.folder ?? "."
        keyValue = Path.rest(of: file.path, in: folder, workingFolder: WorkingFolder.path) ?? file.path
        isConfigured = configured.map(Path.normalised) == file.path
        // One of which it cannot be told whether it is there is not taken to be absent, and written over.
        let isNew = try writes && files.examine(file.path) == nil
        known = isNew ? Baseline([]) : try file.read()
        self.options = options
    }

    /// Fingerprints of findings that are known and left alone.
    var fingerprints: Set<String> { writes ? [] : Set(known.entries.map(\.fingerprint)) }

    /// The findings that it knows, as what does not count.
    func suppressed(among findings: [Finding]) -> [Finding] {
        let fingerprints = fingerprints
        return findings.filter { fingerprints.contains($0.fingerprint) }.map { finding in
            var finding = finding
            finding.suppression = .baseline
            return finding
        }
    }

    /// Findings that are to be reported, and whether the baseline fails the run.
    ///
    /// - Parameter lookedAt: nil where something could not be read; nothing is written and nothing is gone then.
    func pass(_ findings: [Finding], lookedAt: LookedAt?) throws -> (findings: [Finding], fails: Bool) {
        let stale = known.stale(after: findings) { lookedAt?.contains($0) ?? false }
        if writes, lookedAt != nil {
            try write(findings, stale)
            return ([], false)
        }
        let rest = known.unknown(among: findings)
        if rest.count < findings.count, !options.quiet {
            say("\(findings.count - rest.count) findings are known to \(file.path)")
        }
        if !stale.isEmpty { say(complaint(stale)) }
        return (rest, options.isBaselineStrict && !stale.isEmpty)
    }

    private func write(_ findings: [Finding], _ stale: [Baseline.Entry]) throws {
        let kept = known.removing(stale).entries
        let baseline = Baseline(kept + file.entries(findings))
        try file.write(baseline)
        say("wrote \(baseline.entries.count) findings to \(file.path)")
        if !isConfigured { say("later runs read it with “baseline: \(keyValue)” in driftlint.yml") }
    }

    private func complaint(_ stale: [Baseline.Entry]) -> String {
        let count = stale.count == 1 ? "1 entry" : "\(stale.count) entries"
        let lines = options.isBaselineStrict ? stale.map { "\n  \($0.path)  \($0.rule)" }.joined() : ""
        let verb = stale.count == 1 ? "occurs" : "occur"
        return "\(count) of \(file.path) no longer \(verb); `driftlint baseline prune` shrinks it\(lines)"
    }

    /// Rewrites the file without what is not found any more.
    func prune(_ findings: [Finding], lookedAt: LookedAt) throws {
        let stale = known.stale(after: findings, where: lookedAt.contains)
        if !stale.isEmpty { try file.write(known.removing(stale)) }
        say("removed \(stale.count) of \(known.entries.count) entries from \(file.path)")
    }

    private func say(_ text: String) {
        let lines = text.split(separator: "\n").map { String($0).escapedForDisplay }.joined(separator: "\n")
        Stream.standardError.write("driftlint: \(lines)\n")
    }
}
