package import DriftFindings
internal import DriftText

/// An aligned set for people: a column for each locale, the source's first, and a line or more for each unit.
///
/// Where the terminal has no room for all locales, they follow one another in groups, each beside the source.
package enum AlignmentView {
    package struct Options: Sendable {
        /// Whether to write ANSI colours.
        package var color: Bool
        /// Columns of the terminal.
        package var width: Int
        /// Whether to set text that reads from right to left apart, as only terminals understand it.
        package var isolates: Bool

        package init(color: Bool = false, width: Int = 80, isolates: Bool = false) {
            self.color = color
            self.width = width
            self.isolates = isolates
        }
    }

    package static func render(_ text: AlignedText, _ options: Options = Options()) -> String {
        let palette = Palette(isOn: options.color)
        var output = palette.heading(text.name.escapedForDisplay) + "\n" + AlignmentCounts.lines(text, palette)
        for group in groups(text, width: options.width) {
            output += "\n"
            let columns = AlignmentColumns(text: text, members: group, options: options)
            output += columns.head
            for rows in rows(of: text.units) { output += columns.render(rows) }
        }
        return output
    }

    /// Explains the marks; for after the last set.
    package static func legend(_ options: Options = Options()) -> String {
        let words = AlignmentMark.allCases.filter { $0 != .none }.map { "\($0.rawValue) \($0.meaning)" }
        return Palette(isOn: options.color).dim(words.joined(separator: "   ")) + "\n"
    }

    /// Columns below which a locale has too little room to be read.
    private static let leastColumn = 36

    /// The targets, in order, as many at a time as there is room for, and about as many each time; each group with the
    /// source before them.
    private static func groups(_ text: AlignedText, width: Int) -> [[Int]] {
        let targets = text.members.indices.dropFirst().filter { text.members[$0].isRelated }
        guard !targets.isEmpty else { return [] }
        let room = max(1, width / leastColumn - 1)
        let count = (targets.count + room - 1) / room
        return (0..<count).map { group in
            [0] + targets[(group * targets.count / count)..<((group + 1) * targets.count / count)]
        }
    }

    /// Units one by one, but the cells of a row together.
    private static func rows(of units: [AlignedUnit]) -> [ArraySlice<AlignedUnit>] {
        var rows: [ArraySlice<AlignedUnit>] = []
        var start = 0
        while start < units.count {
            var end = start + 1
            if let row = units[start].cell?.row {
                while end < units.count, units[end].cell?.row == row { end += 1 }
            }
            rows.append(units[start..<end])
            start = end
        }
        return rows
    }
}

/// What stands between a line number and the text beside it.
enum AlignmentMark: String, CaseIterable {
    case none = " "
    case missing = "-"
    case extra = "+"
    case moved = "⇅"
    case uncertain = "?"
    case joined = "^"

    init(_ entry: AlignedEntry) {
        switch entry.state {
        case .source, .none: self = .none
        case .aligned: self = entry.isCertain ? .none : .uncertain
        case .moved: self = .moved
        case .joined, .merged: self = .joined
        case .extra: self = .extra
        case .missing: self = .missing
        }
    }

    var meaning: String {
        switch self {
        case .none: ""
        case .missing: "missing"
        case .extra: "only here"
        case .moved: "moved"
        case .uncertain: "uncertain"
        case .joined: "merged or split"
        }
    }
}

/// The members of a set with how well each corresponds to the source.
enum AlignmentCounts {
    static func lines(_ text: AlignedText, _ palette: Palette) -> String {
        let localeWidth = text.members.map(\.locale.displayWidth).max() ?? 0
        let paths = text.members.map(\.path.escapedForDisplay)
        let pathWidth = paths.map(\.displayWidth).max() ?? 0
        return text.members.indices.map { index in
            let locale = palette.locale(text.members[index].locale.padded(to: localeWidth))
            let counts = index == 0 ? "source" : counts(of: index, in: text)
            return "  \(locale)  \(paths[index].padded(to: pathWidth))  \(counts)\n"
        }.joined()
    }

    private static func counts(of member: Int, in text: AlignedText) -> String {
        guard text.members[member].isRelated else {
            return "no translation of the source: only \(text.members[member].agreement) % correspond"
        }
        var counts: [AlignmentMark: Int] = [:]
        var lastRow: [AlignmentMark: Int] = [:]
        for unit in text.units {
            let mark = AlignmentMark(unit.entries[member])
            // However many cells of a row are marked, it is one row to look at.
            if let row = unit.cell?.row, lastRow.updateValue(row, forKey: mark) == row { continue }
            counts[mark, default: 0] += 1
        }
        let marked = AlignmentMark.allCases.dropFirst().compactMap { mark in
            counts[mark].map { "\($0) \(mark.meaning)" }
        }
        return (["\(text.members[member].agreement) % correspond"] + marked).joined(separator: ", ")
    }
}
