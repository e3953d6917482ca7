/// Something about one or several files that a reader of the sets should know.
package struct LayoutNote: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Text of the source in a translation's place.
        case strayCopy = "stray-copy"
        /// A further file for a locale that its set has already.
        case duplicate
        /// A document in several locales, but not in the source's.
        case orphan
        /// Pages that one locale alone has.
        /// A word that may spell a locale where the text is in another language.
        case everydayWord = "everyday-word"
        /// Contents in another language than the path says.
        case contradiction
    }

    package var kind: Kind
    /// The file, or the first of those that are meant.
    package var path: String
    /// One sentence without a full stop that names the file.
    package var text: String

    package init(_ kind: Kind, path: String, _ text: String) {
        (self.kind, self.path, self.text) = (kind, path, text)
    }
}
