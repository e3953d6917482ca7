import DriftText

/// Compares code blocks line by line. Comments and texts in quotation marks may be translated; all else is code.
struct CodeBlockDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let lines = (codeLines(pair.sourceOutline, pair.sourceIndex), codeLines(pair.targetOutline, pair.targetIndex))
        let fence = CodeFenceDifferences(pair: pair).differences()
        if lines.0.elementsEqual(lines.1, by: { $0.agrees(with: $1) }) { return fence }
        let partner = SequenceAligner(gapOpen: -0.5, gapExtend: -0.5, count: (lines.0.count, lines.1.count))
            .align { source, target in
                let (left, right) = (lines.0[source], lines.1[target])
                return left.agrees(with: right) ? 1 : left.code.sharedEnds(with: right.code) - 0.6
            }
        return fence + report(rows(lines.0, lines.1, partner: partner))
    }

    private struct CodeLine {
        let range: ByteRange
        let text: CodeText
        var code: [UInt8] { text.code }

        /// Whether the code is the same and its texts may be translations of one another. What was translated is
        /// another text; what shares nearly all of it was mistyped.
        func agrees(with other: CodeLine) -> Bool {
            if text.code == other.text.code { return !text.quoted.isSlip(of: other.text.quoted) }
            return (text.isProse || other.text.isProse) && !text.all.isSlip(of: other.text.all)
        }
    }

    /// The source's, or where it names none the translation's.
    private var language: CodeLanguage {
        let names = [(pair.sourceOutline, pair.sourceIndex), (pair.targetOutline, pair.targetIndex)].map {
            $0.document.source.bytes[$0.document.codeLanguage(of: Int($0.part(of: $1).block)).indices]
        }
        return CodeLanguage(names[0].isEmpty ? names[1] : names[0])
    }

    private func codeLines(_ outline: Outline, _ segment: Int) -> [CodeLine] {
        let block = outline.document.blocks[Int(outline.part(of: segment).block)]
        let language = language
        return block.lines.compactMap { index in
            let range = outline.document.lines[Int(index)].range
            let text = CodeText(outline.document.source.bytes[range.indices], language: language)
            return text.code.isEmpty ? nil : CodeLine(range: range, text: text)
        }
    }

    /// Two lines that stand side by side, or one that the other side lacks.
    private struct Row {
        let source: CodeLine?
        let target: CodeLine?
        /// The last line of the target before it.
        let above: CodeLine?

        var ranges: CodeLinePair {
            CodeLinePair(source: source?.range, target: target?.range, above: above?.range)
        }

        var differs: Bool {
            guard let source else { return target.map { !$0.text.isProse } ?? false }
            return target.map { !source.agrees(with: $0) } ?? !source.text.isProse
        }
    }

    /// One difference for each stretch of rows that differ, at its first.
    private func report(_ rows: [Row]) -> [Difference] {
        var differences: [Difference] = []
        var isInStretch = false
        for row in rows {
            if row.differs && !isInStretch { differences.append(changed(row)) }
            if row.differs { differences[differences.count - 1].lines.append(row.ranges) }
            isInStretch = row.differs
        }
        return differences
    }

    private func rows(_ source: [CodeLine], _ target: [CodeLine], partner: [Int32]) -> [Row] {
        var rows: [Row] = []
        var next = 0
        func addTargets(to end: Int) {
            while next < end {
                rows.append(Row(source: nil, target: target[next], above: next > 0 ? target[next - 1] : nil))
                next += 1
            }
        }
        for (index, line) in source.enumerated() {
            if partner[index] >= 0 { addTargets(to: Int(partner[index])) }
            let above = next > 0 ? target[next - 1] : nil
            rows.append(Row(source: line, target: partner[index] < 0 ? nil : target[next], above: above))
            if partner[index] >= 0 { next += 1 }
        }
        addTargets(to: target.count)
        return rows
    }

    private func changed(_ row: Row) -> Difference {
        let expected = row.source.map { pair.sourcePassage($0.range) } ?? pair.wholeSource
        let found = (row.target ?? row.above).map { pair.targetPassage($0.range) } ?? pair.wholeTarget
        return Difference(
            .changed, .codeBlock, at: found, counterparts: [expected], expected: row.source == nil ? "" : expected.text,
            found: row.target == nil ? "" : found.text,
            cause: Difference.cause(.changed, .codeBlock, pair.wholeSource.range))
    }
}

extension [UInt8] {
    /// Whether two texts of ASCII differ in a few bytes only: one of a word, a seventh of a longer text.
    fileprivate func isSlip(of other: [UInt8]) -> Bool {
        if self == other || contains(where: { $0 >= 0x80 }) || other.contains(where: { $0 >= 0x80 }) { return false }
        let length = Float(Swift.max(count, other.count))
        return sharedEnds(with: other) * length > Swift.min(0.85 * length, length - (length > 4 ? 1.5 : 0))
    }
}
