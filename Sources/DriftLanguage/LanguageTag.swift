/// A language as BCP 47 (RFC 5646) names it: language, script and region in their canonical case.
package struct LanguageTag: Hashable, Sendable, CustomStringConvertible {
    /// ISO 639 code in lower case, such as `pt`.
    package let language: String
    /// ISO 15924 code in title case, such as `Hant`.
    package let script: String?
    /// ISO 3166 or UN M.49 code in upper case, such as `BR`.
    package let region: String?

    package init(language: String, script: String? = nil, region: String? = nil) {
        self.language = language
        self.script = script
        self.region = region
    }

    package var description: String {
        [language, script, region].compactMap(\.self).joined(separator: "-")
    }
}
