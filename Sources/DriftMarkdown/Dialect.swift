/// The constructs that a document is read with, beginning with the fewest.
package enum Dialect: String, CaseIterable, Sendable {
    /// CommonMark 0.31.2 and nothing else.
    case commonmark
    /// CommonMark with what GitHub adds: tables, strikethrough, task lists, autolinks, footnotes and alerts.
    case gfm
    /// GFM with front matter and what documentation sites add.
    case all

    /// Whether what GitHub adds is known.
    var hasGFM: Bool { self != .commonmark }

    /// Whether front matter and what documentation sites add are known.
    var hasExtensions: Bool { self == .all }
}
