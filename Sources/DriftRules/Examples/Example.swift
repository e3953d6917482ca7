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

        package init(locale: String, path: String, bytes: [UInt8], marks: [Int]) {
            self.locale = locale
            self.path = path
            self.bytes = bytes
            self.marks = marks
        }
    }

    /// The source first.
    package let files: [File]
    /// Terms that are looked up where the rule has no table of its own; empty for none.
    package let terms: String
    /// Ids of other rules that report something here, a repeated one as often as it does.
    package let also: [String]
    /// Line of the page, from 1, of the first document's fence.
    package let line: Int

    package init(files: [File], also: [String], line: Int, terms: String = "") {
        self.files = files
        self.terms = terms
        self.also = also
        self.line = line
    }
}
