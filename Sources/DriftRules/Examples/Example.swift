/// A set of documents on a rule page that shows what the rule reports, or what it leaves alone.
package struct Example: Hashable, Sendable {
    package struct File: Hashable, Sendable {
        /// As it is written on the page.
        package let locale: String
        package let path: String
        /// Without marks, escapes resolved.
        package let bytes: [UInt8]
        /// Offsets in `bytes` at which a finding of the rule is due, ascending.
        package let marks: [Int]
    }

    /// The source first.
    package let files: [File]
    /// Ids of other rules that report something here, a repeated one as often as it does.
    package let also: [String]
    /// Line of the page, from 1, of the first document's fence.
    package let line: Int
}
