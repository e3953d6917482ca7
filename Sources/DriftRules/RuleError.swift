/// What is wrong with a rule page.
package struct RuleError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// From 1.
    package let line: Int
    package let message: String

    package var description: String { "\(path):\(line): \(message)" }
}
