/// What reports say about a rule.
package struct RuleDescription: Hashable, Sendable {
    package var id: String
    package var family: String
    /// The page's heading.
    package var title: String
    /// The first sentence of the page.
    package var summary: String
    package var severity: Severity
    /// The whole page without its front matter, in Markdown.
    package var page: String

    package init(id: String, family: String, title: String, summary: String, severity: Severity, page: String) {
        self.id = id
        self.family = family
        self.title = title
        self.summary = summary
        self.severity = severity
        self.page = page
    }
}
