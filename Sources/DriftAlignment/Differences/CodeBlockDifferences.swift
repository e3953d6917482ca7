import DriftText

/// Compares code blocks line by line. Comments, texts in quotation marks and the layout may be another; all else is code.
struct CodeBlockDifferences {
    let pair: SegmentPair

    func differences() -> [Difference] {
        let fence = CodeFenceDifferences(pair: pair).differences()
        if isSameCode { return fence }
        let lines = withoutFences()
        if lines.0.elementsEqual(lines.1, by: agree) || isSameLayout(lines.0, lines.1) { return fence }
        let partner = SequenceAligner(gapOpen: -0.5, gapExtend: -0.5, count: (lines.0.count, lines.1.count))
            .align { source, target in
                let (left, right) = (lines.0[source], lines.1[target])
                return left.agrees(with: right) ? 1 : left.code.sharedEnds(with: right.code) - 0.6
            }
        let differences = report(rows(lines.0, lines.1, partner: partner))
        return fence + (!differences.isEmpty && showsOwnLocale ? differences.map(\.asUncertain) : differences)
    }

    /// Whether the translation's example is set to its own locale where the source's is not: what else differs may be for
    /// that.
    private var showsOwnLocale: Bool {
        let variation = CodeVariation(source: pair.sourceOutline.locale, target: pair.targetOutline.locale)
        func count(_ outline: Outline, _ segment: Int) -> Int {
            variation.countOwnLocale(in: outline.document.code(of: Int(outline.part(of: segment).block))[...])
        }
        return count(pair.targetOutline, pair.targetIndex) > count(pair.sourceOutline, pair.sourceIndex)
    }

    /// The lines of both sides. A fence that is indented so far that it is a line of code is none where the other side
    /// has it as a fence.
    private func withoutFences() -> ([CodeLine], [CodeLine]) {
        let lines = (codeLines(pair.sourceOutline, pair.sourceIndex), codeLines(pair.targetOutline, pair.targetIndex))
        let isIndented = (
            pair.sourceOutline.isIndentedCode(pair.sourceOutline.part(of: pair.sourceIndex)),
            pair.targetOutline.isIndentedCode(pair.targetOutline.part(of: pair.targetIndex))
        )
        func inner(_ lines: [CodeLine]) -> [CodeLine] {
            let isFenced = lines.count > 2 && [lines[0], lines[lines.count - 1]].allSatisfy(\.isFence)
            return isFenced ? Array(lines[1..<(lines.count - 1)]) : lines
        }
        if isIndented.0, !isIndented.1 { return (inner(lines.0), lines.1) }
        return isIndented.1 && !isIndented.0 ? (lines.0, inner(lines.1)) : lines
    }

    /// Whether code is the same but for the lines that it is broken over.
    private func isSameLayout(_ source: [CodeLine], _ target: [CodeLine]) -> Bool {
        if source.isEmpty || target.isEmpty || (source + target).contains(where: { $0.link != nil }) { return false }
        let layouts = (
            CodeLayout(source.map(\.text), language: language), CodeLayout(target.map(\.text), language: language)
        )
        let texts = (layouts.0.quoted.split(separator: 0x0A), layouts.1.quoted.split(separator: 0x0A))
        // What was translated resembles its source no more.
        return layouts.0.code == layouts.1.code && texts.0.count == texts.1.count
            && zip(texts.0, texts.1).allSatisfy { $0 == $1 || Array($0).sharedEnds(with: Array($1)) < 0.6 }
    }

    /// Whether two lines agree, or differ in what is the reader's or the locale's.
    private func agree(_ source: CodeLine, _ target: CodeLine) -> Bool {
        if source.agrees(with: target) { return true }
        let lines = (
            pair.sourceOutline.document.source.bytes[source.range.indices],
            pair.targetOutline.document.source.bytes[target.range.indices]
        )
        if language.isUnknown, CodeVariation.isRelabelled(lines.0, lines.1) { return true }
        return CodeVariation(source: pair.sourceOutline.locale, target: pair.targetOutline.locale)
            .isLocalized(lines.0, lines.1)
    }

    /// Whether both sides have the same bytes, as most have.
    private var isSameCode: Bool {
        let (source, target) = (pair.sourceOutline.document, pair.targetOutline.document)
        let lines = (
            source.blocks[Int(pair.sourceOutline.part(of: pair.sourceIndex).block)].lineIndices,
            target.blocks[Int(pair.targetOutline.part(of: pair.targetIndex).block)].lineIndices
        )
        let isIndented = (
            pair.sourceOutline.isIndentedCode(pair.sourceOutline.part(of: pair.sourceIndex)),
            pair.targetOutline.isIndentedCode(pair.targetOutline.part(of: pair.targetIndex))
        )
        return isIndented.0 == isIndented.1 && lines.0.count == lines.1.count
            && zip(lines.0, lines.1).allSatisfy {
                source.source.bytes[source.lines[$0].range.indices]
                    == target.source.bytes[target.lines[$1].range.indices]
            }
    }

    private struct CodeLine {
        let range: ByteRange
        let text: CodeText
        /// Where the line is one of a diagram and joins nodes.
        let link: DiagramLink?
        /// Whether the line may be another text on the other side.
        var isProse: Bool { link == nil && text.isProse }
        var code: [UInt8] { text.code }
        var isFence: Bool {
            let mark = text.all.first ?? 0
            return (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"))
                && text.all.prefix(3).count == 3 && text.all.prefix(3).allSatisfy { $0 == mark }
        }

        /// Whether the code is the same and its texts may be translations of one another. What was translated is
        /// another text; what shares nearly all of it was mistyped.
        func agrees(with other: CodeLine) -> Bool {
            if let link, let partner = other.link { return link.agrees(with: partner) }
            if link != nil || other.link != nil { return false }
            if text.code == other.text.code { return isSameText(as: other) }
            return (text.isProse || other.text.isProse) && !text.all.isSlip(of: other.text.all)
        }

        /// Words of a diagram may resemble the source's, as `HTTPS-Antwort` and `Client` do.
        private func isSameText(as other: CodeLine) -> Bool {
            guard text.isLabel else { return !text.quoted.isSlip(of: other.text.quoted) }
            return text.quoted.filter(\.isASCIIDigit) == other.text.quoted.filter(\.isASCIIDigit)
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
        let ranges = block.lines.map { outline.document.lines[Int($0)].range }
        let bytes = outline.document.source.bytes
        let links = language.diagram.map { DiagramLink.links(of: ranges.map { bytes[$0.indices] }, in: $0) } ?? []
        return ranges.indices.compactMap { index in
            let text = CodeText(bytes[ranges[index].indices], language: language)
            let link = links.isEmpty ? nil : links[index]
            return text.code.isEmpty ? nil : CodeLine(range: ranges[index], text: text, link: link)
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
    }

    private func differs(_ row: Row) -> Bool {
        guard let source = row.source else { return row.target.map { !$0.isProse } ?? false }
        return row.target.map { !agree(source, $0) } ?? !source.isProse
    }

    /// One difference for each stretch of rows that differ, at its first.
    private func report(_ rows: [Row]) -> [Difference] {
        rows.split { !differs($0) }.compactMap { stretch in
            guard let first = stretch.first, !isSameLayout(stretch.compactMap(\.source), stretch.compactMap(\.target))
            else { return nil }
            var difference = changed(first)
            // A diagram's line holds words that are to stay.
            if !stretch.contains(where: { $0.source?.link != nil }) { difference.lines = stretch.map(\.ranges) }
            return difference
        }
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
        let texts = pair.excerpts(expected, found)
        return Difference(
            .changed, .codeBlock, at: found, counterparts: [expected], expected: row.source == nil ? "" : texts.source,
            found: row.target == nil ? "" : texts.target,
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
