import DriftText

/// Compares code blocks line by line. Comments and texts in quotation marks may be translated; all else is code.
struct CodeBlockDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let lines = (codeLines(pair.sourceOutline, pair.sourceIndex), codeLines(pair.targetOutline, pair.targetIndex))
        if lines.0.elementsEqual(lines.1, by: { $0.agrees(with: $1) }) { return [] }
        let partner = SequenceAligner(gapOpen: -0.5, gapExtend: -0.5, count: (lines.0.count, lines.1.count))
            .align { source, target in
                let (left, right) = (lines.0[source], lines.1[target])
                return left.agrees(with: right) ? 1 : left.code.sharedEnds(with: right.code) - 0.6
            }
        return report(lines.0, lines.1, partner: partner)
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

    private func codeLines(_ outline: Outline, _ segment: Int) -> [CodeLine] {
        let block = outline.document.blocks[Int(outline.part(of: segment).block)]
        return block.lines.compactMap { index in
            let range = outline.document.lines[Int(index)].range
            let text = CodeText(outline.document.source.bytes[range.indices])
            return text.code.isEmpty ? nil : CodeLine(range: range, text: text)
        }
    }

    /// One finding a block: at its first line that differs.
    private func report(_ source: [CodeLine], _ target: [CodeLine], partner: [Int32]) -> [Difference] {
        let partners = Set(partner)
        for (index, line) in source.enumerated()
        where partner[index] < 0 || !line.agrees(with: target[Int(partner[index])]) {
            let other = partner[index] < 0 ? nil : target[Int(partner[index])]
            if other == nil && line.text.isProse { continue }
            return [changed(line, other)]
        }
        for (index, line) in target.enumerated() where !partners.contains(Int32(index)) && !line.text.isProse {
            return [changed(nil, line)]
        }
        return []
    }

    private func changed(_ source: CodeLine?, _ target: CodeLine?) -> Difference {
        let expected = source.map { pair.sourcePassage($0.range) } ?? pair.wholeSource
        let found = target.map { pair.targetPassage($0.range) } ?? pair.wholeTarget
        return Difference(
            .changed, .codeBlock, at: found, counterparts: [expected], expected: source == nil ? "" : expected.text,
            found: target == nil ? "" : found.text,
            cause: Difference.cause(.changed, .codeBlock, pair.wholeSource.range))
    }
}

extension [UInt8] {
    /// Whether two texts of ASCII differ in a few bytes only.
    fileprivate func isSlip(of other: [UInt8]) -> Bool {
        self != other && !contains { $0 >= 0x80 } && !other.contains { $0 >= 0x80 } && sharedEnds(with: other) > 0.8
    }
}
