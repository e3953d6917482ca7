internal import DriftFindings
internal import DriftText

/// Some members of a set side by side in the columns of a terminal.
struct AlignmentColumns {
    private let text: AlignedText
    private let members: [Int]
    private let options: AlignmentView.Options
    private let palette: Palette
    /// Columns of each member's line numbers, and of its text.
    private let widths: [(number: Int, text: Int)]

    /// Columns of the kinds of part at the left edge.
    private static let kindWidth = 5
    private static let separator = " │ "
    /// Lines of a code block that are shown.
    private static let codeLines = 8

    init(text: AlignedText, members: [Int], options: AlignmentView.Options) {
        self.text = text
        self.members = members
        self.options = options
        palette = Palette(isOn: options.color)
        let room = options.width - Self.kindWidth - 1 - Self.separator.count * (members.count - 1)
        widths = members.enumerated().map { place, member in
            let last = text.units.map { $0.entries[member].passage?.line ?? 0 }.max() ?? 0
            let number = max(2, "\(last)".count)
            let column = room / members.count + (place < room % members.count ? 1 : 0)
            return (number, max(12, column - number - 3))
        }
    }

    /// The locales over their columns.
    var head: String {
        let names = zip(members, widths).map { member, width in
            let name = text.members[member].locale.escapedForDisplay.cut(to: width.text + width.number + 3)
            return (name, name.padded(to: width.text + width.number + 3))
        }
        let blank = String(repeating: " ", count: Self.kindWidth + 1)
        let line = names.map { palette.bold($0.0) + String($0.1.dropFirst($0.0.count)) }
        let rule = String(repeating: "─", count: Self.kindWidth + 1)
        let rules = widths.map { String(repeating: "─", count: $0.text + $0.number + 3) }
        return (blank + line.joined(separator: palette.dim(Self.separator))).trimmingTrailingBlanks + "\n"
            + palette.dim(rule + rules.joined(separator: "─┼─")) + "\n"
    }

    /// The lines of a unit, or of the cells of one row; a blank line before a heading. None for what none of the members
    /// has or lacks.
    func render(_ units: ArraySlice<AlignedUnit>) -> String {
        guard let first = units.first,
            units.contains(where: { unit in members.contains { unit.entries[$0].state != .none } })
        else { return "" }
        let rows = joined(units) ?? side(members.indices.map { blocks(units, $0) })
        return (first.kind == .heading ? "\n" : "") + output(rows, kind: first.kindLabel)
    }

    /// The cells of a row in one line each column, where no cell has a mark of its own and all fit.
    private func joined(_ units: ArraySlice<AlignedUnit>) -> [[AlignmentLine]]? {
        guard units.first?.cell != nil else { return nil }
        var row: [AlignmentLine] = []
        for place in members.indices {
            let entries = units.map { $0.entries[members[place]] }
            let marks = Set(entries.map { AlignmentMark($0) })
            guard marks.count == 1, let mark = marks.first, mark != .uncertain else { return nil }
            let passages = entries.compactMap(\.passage)
            if passages.isEmpty {
                row.append(AlignmentLine(mark: mark, text: mark == .missing ? "missing" : ""))
                continue
            }
            let text = passages.map { oneLine($0.text) }.joined(separator: " | ")
            guard text.displayWidth <= widths[place].text else { return nil }
            row.append(AlignmentLine(number: passages[0].line, mark: mark, text: text))
        }
        return [row]
    }

    /// What a column shows of each unit; of a row that is missing as a whole, that once.
    private func blocks(_ units: ArraySlice<AlignedUnit>, _ place: Int) -> [[AlignmentLine]] {
        guard units.count > 1, units.allSatisfy({ $0.entries[members[place]].state == .missing }) else {
            return units.map { lines($0, place) }
        }
        return units.indices.map { $0 == units.startIndex ? [AlignmentLine(mark: .missing, text: "missing")] : [] }
    }

    /// The lines of blocks that stand side by side, each as long as the longest beside it.
    private func side(_ blocks: [[[AlignmentLine]]]) -> [[AlignmentLine]] {
        guard let count = blocks.first?.count else { return [] }
        return (0..<count).flatMap { index -> [[AlignmentLine]] in
            let height = blocks.map { $0[index].count }.max() ?? 0
            return (0..<height).map { line in
                blocks.map { line < $0[index].count ? $0[index][line] : AlignmentLine() }
            }
        }
    }

    /// What a column shows of a unit.
    private func lines(_ unit: AlignedUnit, _ place: Int) -> [AlignmentLine] {
        let entry = unit.entries[members[place]]
        let mark = AlignmentMark(entry)
        let lead = unit.cell == nil ? "" : "| "
        guard let passage = entry.passage else {
            let words = entry.state == .merged ? "in a neighbour" : entry.state == .missing ? "missing" : ""
            return [AlignmentLine(mark: mark, text: words.isEmpty ? "" : lead + words)]
        }
        let doubt = !entry.isCertain && entry.isPaired ? entry.confidence.map { " (\($0) %)" } ?? "" : ""
        let width = widths[place].text
        let texts =
            unit.kind == .code
            ? codeLines(passage.text + doubt, width: width)
            : (oneLine(passage.text) + doubt).wrapped(to: width - lead.count)
        return texts.enumerated().map { index, text in
            AlignmentLine(
                number: index == 0 && isFirstColumn(unit) ? passage.line : nil, mark: index == 0 ? mark : .none,
                text: lead + text, isHeading: unit.kind == .heading, isProse: unit.kind != .code, color: mark)
        }
    }

    private func isFirstColumn(_ unit: AlignedUnit) -> Bool { unit.cell.map { $0.column == 1 } ?? true }

    private func codeLines(_ code: String, width: Int) -> [String] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.count > Self.codeLines + 1 ? lines.prefix(Self.codeLines) : lines[...]
        let rest = lines.count > shown.count ? ["… \(lines.count - shown.count) more lines"] : []
        return shown.map { String($0).escapedForDisplay.cut(to: width) } + rest
    }

    /// Prose in one line, safe to display.
    private func oneLine(_ text: String) -> String {
        let isBroken = text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        guard isBroken else { return text.escapedForDisplay }
        return text.split { $0.isNewline || $0 == "\t" || $0 == " " }.joined(separator: " ").escapedForDisplay
    }

    // MARK: Output

    private func output(_ rows: [[AlignmentLine]], kind: String) -> String {
        rows.enumerated().map { index, row in
            let label = (index == 0 ? kind : "").padded(to: Self.kindWidth + 1)
            let cells = row.indices.map { cell(row[$0], $0, isLast: $0 + 1 == row.count) }
            let line = palette.dim(label) + cells.joined(separator: palette.dim(Self.separator))
            return line.trimmingTrailingBlanks + "\n"
        }.joined()
    }

    private func cell(_ line: AlignmentLine, _ place: Int, isLast: Bool) -> String {
        let number = line.number.map { "\($0)" } ?? ""
        let blanks = String(repeating: " ", count: max(0, widths[place].number - number.count))
        let mark = palette.mark(line.mark.rawValue, line.mark)
        let fill = isLast ? "" : String(repeating: " ", count: max(0, widths[place].text - line.text.displayWidth))
        if isLast, line.text.isEmpty, line.mark == .none, line.number == nil { return "" }
        return blanks + palette.dim(number) + " " + mark + " " + styled(line, place) + fill
    }

    private func styled(_ line: AlignmentLine, _ place: Int) -> String {
        var text = line.text
        if options.isolates, text.hasRightToLeftText {
            let opening = text.isEmpty ? "" : isRightToLeft(place) && line.isProse ? "\u{2067}" : "\u{2068}"
            text = opening + text + "\u{2069}"
        }
        if line.isHeading { return palette.bold(text) }
        let mark = line.color == .none ? line.mark : line.color
        return mark == .uncertain ? text : palette.mark(text, mark)
    }

    private func isRightToLeft(_ place: Int) -> Bool { text.members[members[place]].isRightToLeft }
}

/// One line of a column.
struct AlignmentLine {
    var number: Int?
    var mark = AlignmentMark.none
    var text = ""
    var isHeading = false
    var isProse = true
    /// The mark of the unit, which only its first line shows.
    var color = AlignmentMark.none
}

extension AlignedUnit {
    /// At most five columns.
    fileprivate var kindLabel: String {
        switch kind {
        case .heading: "h\(level)"
        case .paragraph: "text"
        case .item: "item"
        case .cell: "row"
        case .code: "code"
        case .figure: "image"
        case .html: "html"
        case .title: "title"
        }
    }
}
