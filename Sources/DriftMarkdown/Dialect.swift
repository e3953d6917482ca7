/// The constructs that a document is read with, beginning with the fewest.
package enum Dialect: String, CaseIterable, Sendable {
    /// CommonMark 0.31.2 and nothing else.
    case commonmark
    /// CommonMark with GFM's tables, strikethrough, task lists, extended autolinks and footnotes.
    case gfm
    /// GFM with alerts, front matter and what documentation sites add.
    case all

    /// Whether what GFM adds is known.
    var hasGFM: Bool { if case .commonmark = self { false } else { true } }

    /// Whether alerts, front matter and what documentation sites add are known.
    var hasExtensions: Bool { if case .all = self { true } else { false } }
}
