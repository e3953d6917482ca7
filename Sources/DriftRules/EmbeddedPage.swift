/// A rule's page in the form in which the build embeds it: nothing is left to parse when the program starts. Pages of a
/// team's own are brought into it when they are read.
package struct EmbeddedPage: Hashable, Sendable {
    /// One key of the front matter.
    package struct Entry: Hashable, Sendable {
        package let key: String
        /// One for a scalar, none for a missing value.
        package let values: [String]
        /// Line of the page, from 1.
        package let line: Int

        package init(key: String, values: [String], line: Int) {
            self.key = key
            self.values = values
            self.line = line
        }
    }

    /// Where it stands, such as `rules/values/changed-date.md`.
    package let path: String
    /// The folder that it stands in.
    package let family: String
    /// With its extension: `missing-heading.md`.
    package let fileName: String
    package let title: String
    /// The first sentence, in Markdown, on one line.
    package let summary: String
    /// In the page's order; no key is repeated.
    package let frontMatter: [Entry]
    /// Line of the page, from 1, on which the body begins.
    package let bodyLine: Int
    /// The page without its front matter, in Markdown; lines end in LF.
    package let body: String

    package init(
        family: String, fileName: String, title: String, summary: String, frontMatter: [Entry], bodyLine: Int,
        body: String, path: String? = nil
    ) {
        self.path = path ?? "rules/\(family)/\(fileName)"
        self.family = family
        self.fileName = fileName
        self.title = title
        self.summary = summary
        self.frontMatter = frontMatter
        self.bodyLine = bodyLine
        self.body = body
    }
}
