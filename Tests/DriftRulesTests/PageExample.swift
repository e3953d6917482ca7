import DriftRules
import Testing

/// An example of a built-in page, called by the page and its line.
struct PageExample: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let example: Example

    var testDescription: String { "\(rule.path):\(example.line)" }

    static let rules: RuleBook = {
        do {
            return try RuleBook.builtIn()
        } catch {
            Issue.record("\(error)")
            return RuleBook([])
        }
    }()

    static let all = rules.rules.flatMap { rule in
        ExampleReader.examples(in: rule.description.page, firstLine: rule.bodyLine).map {
            PageExample(rule: rule, example: $0)
        }
    }
}
