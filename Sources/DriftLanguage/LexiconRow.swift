/// A row of the table on a page below `rules/lexicons/`, as the build embeds it.
package struct LexiconRow: Hashable, Sendable {
    /// Markdown, without the spaces around it and with `\|` unescaped; as many as the table's header has.
    package let cells: [String]

    package init(cells: [String]) {
        self.cells = cells
    }
}
