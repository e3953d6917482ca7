import DriftEngine
import DriftRules
import DriftText

/// `driftlint test-rules`: runs the examples of rule pages and says which do not hold.
struct TestRulesCommand {
    let rules: RuleBook

    /// - Parameter names: rules or families that are built in, or folders of pages; empty for all that are built in.
    func run(_ names: [String]) async throws -> Int32 {
        let files = DiskFiles()
        var rules = rules
        var chosen = names.isEmpty ? rules.rules.map(\.id) : []
        for name in names {
            if files.kind(of: name) == .folder {
                let own = try RuleFolders(files: files).rules(in: Path.normalised(name))
                rules = try rules.adding(own)
                chosen += own.map(\.id)
            } else {
                chosen += try rules.ids(named: name)
            }
        }
        var (passed, failed) = (0, 0)
        for rule in rules.rules where chosen.contains(rule.id) {
            for example in ExampleReader.examples(in: rule.description.page, firstLine: rule.bodyLine) {
                let failures = await ExampleRunner(rules: rules).failures(of: example, rule: rule)
                if failures.isEmpty { passed += 1 } else { failed += 1 }
                for failure in failures {
                    let line = "\(rule.path):\(example.line): \(failure)"
                    Stream.standardOutput.write("\(line.escapedForDisplay)\n")
                }
            }
        }
        Stream.standardOutput.write("\(passed) examples passed, \(failed) failed\n")
        return failed == 0 ? ExitStatus.clean : ExitStatus.findings
    }
}
