internal import DriftAlignment
internal import DriftEngine
internal import DriftLanguage
internal import DriftLayout
internal import DriftMarkdown
internal import DriftMutations
internal import DriftText

/// How often pairs of each confidence are wrong, on real documents whose true alignment is known: translations that
/// have the same parts as their source in the same order, of which some lines were then taken out on either side.
struct ConfidenceCheck {
    private static let removalsPerPair = 4
    private static let steps: [UInt8] = [0, 50, 80, 90, 95, 98]

    private var random = SplitMix(seed: 1)
    /// By step: pairs, and wrong ones.
    private var counts = [(pairs: Int, wrong: Int)](repeating: (0, 0), count: steps.count)
    /// True pairs that were not found at all, and all true ones.
    private var missed = (pairs: 0, of: 0)

    static func measure(_ paths: [String]) throws -> ResultTable {
        var check = ConfidenceCheck()
        for path in paths {
            let found = try ProjectFinder(files: DiskFiles(), workingFolder: "").find(ProjectRequest(paths: [path]))
            for set in found.layout.sets { try check.add(set) }
        }
        return check.table
    }

    private var table: ResultTable {
        var table = ResultTable(columns: ["confidence", "pairs", "wrong", "percent wrong"])
        for (step, count) in zip(Self.steps, counts) {
            table.add([
                .text("from \(step)"), .number(Double(count.pairs), digits: 0), .number(Double(count.wrong), digits: 0),
                .number(100 * Double(count.wrong) / Double(max(1, count.pairs)), digits: 2),
            ])
        }
        table.add([
            .text("not found"), .number(Double(missed.of), digits: 0), .number(Double(missed.pairs), digits: 0),
            .number(100 * Double(missed.pairs) / Double(max(1, missed.of)), digits: 2),
        ])
        return table
    }

    private mutating func add(_ set: LocaleSet) throws {
        guard let first = set.members.first else { return }
        let links = LinkKey(localeWords: Set(set.members.map(\.locale.language)))
        let source = Document(SourceText(try DiskFiles().read(first.path)))
        for member in set.members.dropFirst() {
            let target = Document(SourceText(try DiskFiles().read(member.path)))
            let outlines = (
                Outline(source, locale: first.locale, links: links),
                Outline(target, locale: member.locale, links: links)
            )
            guard outlines.0.shape == outlines.1.shape, outlines.0.leaves.count > 5, isInOrder(outlines) else {
                continue
            }
            for _ in 0..<Self.removalsPerPair { shorten(outlines, links: links) }
        }
    }

    /// Whether nothing in a translation was put in another order, so that what stands at one place corresponds.
    private func isInOrder(_ outlines: (Outline, Outline)) -> Bool {
        let pair = PairAlignment.align(outlines.0, outlines.1)
        return pair.moved.isEmpty && pair.tables.allSatisfy { $0.moved.isEmpty }
    }

    /// Shortens both sides here and there and looks at the pairs that are made of the rest.
    private mutating func shorten(_ outlines: (Outline, Outline), links: LinkKey) {
        let (source, target) = (shortened(outlines.0, links), shortened(outlines.1, links))
        let pair = PairAlignment.align(source.rest, target.rest)
        var segmentAt: [Int: Int] = [:]
        for (segment, place) in target.places.enumerated() { segmentAt[place] = segment }
        // Tags alone are never compared, and each is like the other.
        for (segment, partner) in pair.targets.enumerated() where source.rest.part(of: segment).kind != .html {
            let truth = segmentAt[source.places[segment]]
            missed.of += truth == nil ? 0 : 1
            missed.pairs += truth != nil && partner < 0 ? 1 : 0
            count(pair.confidence[segment], isWrong: Int(partner) != truth, isPair: partner >= 0)
        }
    }

    /// A document without up to three stretches of one to three blocks, items or rows, and where each segment that is
    /// left stood in it.
    private mutating func shortened(_ whole: Outline, _ links: LinkKey) -> (rest: Outline, places: [Int]) {
        var rest = whole
        var places = Array(whole.segments.indices)
        for _ in 0..<random.below(4) {
            let lines = rest.removableLines(from: random.below(1 << 20), count: 1 + random.below(3))
            let bytes = rest.document.source.bytes.applying([TextEdit(lines)])
            let shorter = Outline(Document(SourceText(bytes)), locale: whole.locale, links: links)
            guard let kept = rest.places(of: shorter) else { continue }
            places = kept.map { places[$0] }
            rest = shorter
        }
        return (rest, places)
    }

    private mutating func count(_ confidence: UInt8, isWrong: Bool, isPair: Bool) {
        guard isPair, let step = Self.steps.lastIndex(where: { $0 <= confidence }) else { return }
        counts[step].pairs += 1
        if isWrong { counts[step].wrong += 1 }
    }
}

extension Outline {
    /// What parts there are, and how wide and long their tables.
    fileprivate var shape: [UInt8] { segments.map { parts[Int($0.part)].kind.rawValue } }

    /// The whole lines of some blocks, items or rows that follow one another.
    fileprivate func removableLines(from start: Int, count: Int) -> ByteRange {
        let removable = parts.indices.filter { index in
            let part = parts[index]
            switch part.kind {
            case .item: return true
            case .row: return index > Int(part.parent) + 1
            case .heading, .paragraph, .codeBlock, .table, .figure: return part.level == 0 || part.kind == .heading
            default: return false
            }
        }
        guard !removable.isEmpty else { return .empty }
        let first = start % removable.count
        let last = min(removable.count - 1, first + count - 1)
        let ranges = (parts[removable[first]].range, parts[removable[last]].range)
        return document.source.wholeLines(ByteRange(ranges.0.lower, max(ranges.0.upper, ranges.1.upper)))
    }

    /// Where each segment of a document without some lines stands in this one; nil where that is not clear.
    fileprivate func places(of rest: Outline) -> [Int]? {
        let texts = segments.map { key($0) }
        let left = rest.segments.map { rest.key($0) }
        guard left.count < texts.count, left.count > 2 else { return nil }
        var start = 0
        while start < left.count && left[start] == texts[start] { start += 1 }
        let gone = texts.count - left.count
        for index in start..<left.count where left[index] != texts[index + gone] { return nil }
        return left.indices.map { $0 < start ? $0 : $0 + gone }
    }

    private func key(_ segment: Segment) -> UInt64 {
        var hash = StableHash()
        let part = parts[Int(segment.part)]
        hash.combine(byte: part.kind.rawValue)
        if part.kind != .table { hash.combine(document.source.bytes[part.range.indices]) }
        return hash.value
    }
}
