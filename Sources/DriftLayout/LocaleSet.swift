package import DriftLanguage

/// One document in all its locales.
package struct LocaleSet: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package var path: String
        package var locale: LanguageTag
        /// Why it has this locale, as `driftlint locales` prints it: "suffix -jp", "folder de", "no suffix".
        package var reason: String
        /// Its path with `{locale}` for what spells the locale and `{path}` for what differs from set to set.
        package var pattern: String

        package init(path: String, locale: LanguageTag, reason: String, pattern: String = "{path}") {
            self.path = path
            self.locale = locale
            self.reason = reason
            self.pattern = pattern
        }
    }

    /// The path of the source document, or of the first member where the source is missing.
    package var name: String
    /// The source first, then the others in the order of their tags.
    package var members: [Member]

    package init(name: String, members: [Member]) {
        self.name = name
        self.members = members
    }
}
