/// A row of the table on a page below `rules/lexicons/`, as the build embeds it.
package struct LexiconRow: Hashable, Sendable {
    /// As many as the table's header has; without the spaces around them, with escapes and entities decoded.
    package let cells: [String]

    package init(cells: [String]) {
        self.cells = cells
    }
}
