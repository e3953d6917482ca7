import DriftRules
import DriftText

/// `driftlint rules` and `driftlint explain`: what the rules are and why.
struct RulesCommand {
    let rules: RuleBook

    func list() -> Int32 {
        let width = rules.rules.map(\.id.count).max() ?? 0
        let families = Dictionary(grouping: rules.rules, by: \.family)
        for family in families.keys.sorted() {
            Stream.standardOutput.write("\(family)\n")
            for rule in families[family] ?? [] {
                let blanks = String(repeating: " ", count: width - rule.id.count)
                let severity = rule.isEnabled ? rule.severity.rawValue : "off"
                Stream.standardOutput.write(
                    "  \(rule.id)\(blanks)  \(severity)\(String(repeating: " ", count: 7 - severity.count))  \(rule.description.summary)\n"
                )
            }
        }
        return ExitStatus.clean
    }

    /// - Throws: `UnknownRule`.
    func explain(_ name: String) throws -> Int32 {
        for id in try rules.ids(named: name) {
            guard let rule = rules[id] else { continue }
            Stream.standardOutput.write("\(rule.description.page)\n")
            Stream.standardOutput.write(
                "Rule `\(rule.id)` of the family `\(rule.family)`, severity \(rule.severity.rawValue)\n")
        }
        return ExitStatus.clean
    }
}
