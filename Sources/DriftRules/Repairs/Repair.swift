import DriftAlignment
package import DriftText

/// Edits of one member that take a difference away, applied together or not at all.
package struct Repair: Sendable {
    package let member: Int
    /// Ascending, without overlaps; several at one offset are applied in their order.
    package let edits: [TextEdit]
    /// What is done, in a few words without a final full stop.
    package let summary: String
    /// Whether it may be applied without review: no judgement is needed, and nothing is left to translate.
    package let isSafe: Bool

    init(member: Int, edits: [TextEdit], summary: String, isSafe: Bool) {
        self.member = member
        self.edits = edits
        self.summary = summary
        self.isSafe = isSafe
    }

    /// Writes something else in place of a passage.
    init(writing text: [UInt8], at passage: Difference.Passage, isSafe: Bool) {
        self.init(
            member: passage.member, edits: [TextEdit(passage.range, text)],
            summary: "write “\(String(decoding: text, as: UTF8.self))”", isSafe: isSafe)
    }
}
