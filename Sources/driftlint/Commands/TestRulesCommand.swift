import DriftEngine
import DriftRules
import DriftText

/// `driftlint test-rules`: runs the examples of rule pages and says which do not hold.
struct TestRulesCommand {
    let rules: RuleBook

    /// - Parameter names: rules or families; empty for all.
    func run(_ names: [String]) async throws -> Int32 {
        let chosen = try names.isEmpty ? rules.rules.map(\.id) : names.flatMap { try rules.ids(named: $0) }
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
