import DriftAlignment
import DriftLanguage
import DriftMarkdown
import DriftText

/// Compares the terms of a set with a term base: for each pair of passages whose correspondence is certain, what the
/// tables say of the terms that stand in the source.
struct TermDifferences {
    let context: CheckContext
    let base: TermBase

    private var set: AlignedSet { context.set }

    /// Differences of aspect `term`, `forbiddenTerm` and `name`; one for each passage and term.
    func differences() -> [Difference] {
        let texts = set.source.segments.indices.map { segment in
            TermText(Self.isText(set.source, segment) ? set.source.text(of: segment, including: []).bytes : [])
        }
        let found = texts.map(base.index.occurrences)
        return set.targets.flatMap { member -> [Difference] in
            let comparison = MemberTerms(context: context, base: base, member: member)
            return set.source.segments.indices.flatMap { segment -> [Difference] in
                comparison.differences(at: segment, texts[segment], found[segment])
            }
        }
    }

    private static func isText(_ outline: Outline, _ segment: Int) -> Bool {
        [.heading, .paragraph, .cell, .title].contains(outline.part(of: segment).kind)
    }
}

/// The terms of one translation.
private struct MemberTerms {
    let context: CheckContext
    let base: TermBase
    let member: Int
    private let locale: LanguageTag
    private let pair: PairAlignment
    private let outline: Outline
    /// Passages that are wrong as a whole, so that a term more or less is no further finding.
    private let spoilt: [ByteRange]
    private let isMostlyUntranslated: Bool

    init(context: CheckContext, base: TermBase, member: Int) {
        self.context = context
        self.base = base
        self.member = member
        pair = context.set.pairs[member - 1]
        outline = context.set.members[member].outline
        locale = outline.locale
        let whole = context.differences.filter {
            $0.passage.member == member && ($0.kind == .untranslated || $0.kind == .abridged)
        }
        spoilt = whole.map(\.passage.range)
        isMostlyUntranslated = whole.contains { !$0.detail.isEmpty && $0.kind == .untranslated }
    }

    func differences(at segment: Int, _ source: TermText, _ found: [TermIndex.Occurrence]) -> [Difference] {
        guard pair.confidence[segment] >= PairAlignment.certain, pair.targets[segment] >= 0, !source.bytes.isEmpty
        else {
            return []
        }
        let target = Int(pair.targets[segment])
        let banned = base.banned(in: locale)
        guard !found.isEmpty || banned != nil else { return [] }
        let text = outline.text(of: target, including: .all)
        guard !text.bytes.isEmpty, !isSpoilt(target, text.bytes == source.bytes) else { return [] }
        let passage = Passage(
            member: self, source: segment, target: target, text: text, search: TermSearch(text.bytes),
            neighbours: restOfTarget(target))
        var seen: Set<Int> = []
        let own = found.filter { seen.insert($0.owners[0]).inserted }.compactMap { passage.difference(source, $0) }
        return own + (banned.map(passage.banned) ?? [])
    }

    private func isSpoilt(_ target: Int, _ isKept: Bool) -> Bool {
        let range = outline.passage(ofSegment: target, member: member).range
        return spoilt.contains { $0.contains(range) || range.contains($0) } || isKept && isMostlyUntranslated
    }

    /// Parts that a translator split off from a passage, in which a term may stand as well.
    private func restOfTarget(_ target: Int) -> [TermSearch] {
        [target - 1, target + 1].filter { pair.split.contains(Int32($0)) }
            .map { TermSearch(outline.text(of: $0, including: .all).bytes) }
    }
}

/// One passage of the source and its translation, as the term base sees them.
private struct Passage {
    let member: MemberTerms
    let source: Int
    let target: Int
    let text: PlainText
    let search: TermSearch
    let neighbours: [TermSearch]

    private var set: AlignedSet { member.context.set }
    private var locale: LanguageTag { self.set.members[member.member].locale }
    private var outline: Outline { self.set.members[member.member].outline }
    private var whole: Difference.Passage { outline.passage(ofSegment: target, member: member.member) }

    /// What is wrong with the translation of a term; nil where all is well or no table says what is right.
    func difference(_ text: TermText, _ occurrence: TermIndex.Occurrence) -> Difference? {
        let concepts = occurrence.owners.map(member.base.concept)
        let known = concepts.compactMap { concept in concept.cell(for: locale).map { (concept, $0) } }
        guard let (concept, _) = known.first else { return nil }
        let range = text.range(of: occurrence.tokens)
        let term = String(decoding: text.bytes[range], as: UTF8.self)
        let there = set.source.passage(of: set.source.text(of: source, including: []).sourceRange(range), member: 0)
        let cells = known.map(\.1)
        if let difference = forbidden(cells, there, concept) { return difference }
        let names = known.flatMap { $0.0.sourceForms(set.source.locale) }
        if cells.contains(where: \.isKept) { return lostName(term, names, there, concept) }
        let wanted = cells.flatMap(\.forms)
        guard !wanted.isEmpty, !wanted.contains(where: isThere) else { return nil }
        if wanted.allSatisfy({ $0.text == term }) { return lostName(term, wanted, there, concept) }
        return Difference(
            .changed, .term, at: whole, counterparts: [there], expected: Self.list(wanted), found: whole.text,
            detail: concept.place, cause: Difference.cause(.changed, .term, member: member.member, term))
    }

    private func isThere(_ form: TermForm) -> Bool { search.has(form) || neighbours.contains { $0.has(form) } }

    /// Where the name stands with other capitals, in text alone and not within an address.
    private func respelt(_ name: TermForm) -> Difference.Passage? {
        let prose = outline.text(of: target, including: [])
        let place = TermSearch(prose.bytes).places(of: name.folded).first { place in
            place.count == name.text.utf8.count && !prose.bytes.isInAddress(place)
        }
        return place.map { outline.passage(of: prose.sourceRange($0), member: member.member) }
    }

    private static func list(_ forms: [TermForm]) -> String {
        let texts = forms.prefix(3).map { "“\($0.text)\($0.tokens.contains(where: \.isStem) ? "…" : "")”" }
        return texts.joined(separator: " or ") + (forms.count > 3 ? " or another of \(forms.count)" : "")
    }

    /// A way of saying it that no table allows and one forbids, unless it is part of one that is allowed.
    private func forbidden(
        _ cells: [TermCell], _ there: Difference.Passage, _ concept: TermBase.Concept
    ) -> Difference? {
        let wanted = cells.flatMap(\.forms)
        let allowed = wanted.flatMap { search.places(of: $0.folded) }
        for form in cells.flatMap(\.forbidden) where !wanted.contains(form) {
            let place = search.places(of: form).first { place in
                !allowed.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
            }
            guard let place else { continue }
            return forbidden(form, at: place, [there], wanted, concept)
        }
        return nil
    }

    private func forbidden(
        _ form: TermForm, at place: Range<Int>, _ counterparts: [Difference.Passage], _ wanted: [TermForm],
        _ concept: TermBase.Concept
    ) -> Difference {
        let here = outline.passage(of: text.sourceRange(place), member: member.member)
        return Difference(
            .defective, .forbiddenTerm, at: here, counterparts: counterparts, expected: Self.list(wanted),
            found: here.text, detail: concept.place,
            cause: Difference.cause(.defective, .forbiddenTerm, member: member.member, form.text))
    }

    /// What is not to be used whatever it translates.
    func banned(_ index: TermIndex) -> [Difference] {
        var seen: Set<Int> = []
        return index.occurrences(in: search.text).filter { seen.insert($0.owners[0]).inserted }.compactMap { found in
            let concept = member.base.concept(found.owners[0])
            guard let cell = concept.cell(for: locale), let form = cell.forbidden.first else { return nil }
            let there = set.source.passage(ofSegment: source, member: 0)
            return forbidden(form, at: search.text.range(of: found.tokens), [there], cell.forms, concept)
        }
    }

    /// A term that is kept in all languages, and that the translation lacks or writes with other capitals.
    private func lostName(
        _ term: String, _ names: [TermForm], _ there: Difference.Passage, _ concept: TermBase.Concept
    ) -> Difference? {
        guard !names.contains(where: { name in ([search] + neighbours).contains { $0.hasExactly(name) } }) else {
            return nil
        }
        let name = names.first { $0.text == term } ?? names.first
        let here = name.flatMap(respelt)
        return Difference(
            .changed, .name, at: here ?? whole, counterparts: [there], expected: name?.text ?? term,
            found: here?.text ?? "", detail: concept.place,
            cause: Difference.cause(.changed, .name, member: member.member, term))
    }
}

extension TermBase.Concept {
    /// Where it is written down.
    fileprivate var place: String { "\(table.path):\(entry.line)" }

    fileprivate func sourceForms(_ locale: LanguageTag) -> [TermForm] {
        table.column(for: locale).map { entry.cells[$0].forms } ?? []
    }
}

extension [UInt8] {
    /// Whether a word stands in an address or a path: `github.com`, `docs/github`, `@github`.
    fileprivate func isInAddress(_ word: Range<Int>) -> Bool {
        if word.lowerBound > 0, "./@_:#\\".utf8.contains(self[word.lowerBound - 1]) { return true }
        guard word.upperBound < count, "./@_:#\\".utf8.contains(self[word.upperBound]) else { return false }
        return word.upperBound + 1 < count && (self[word.upperBound + 1] > 0x20 || self[word.upperBound] == 0x2F)
    }
}

extension Outline {
    /// The visible text of a leaf or cell.
    fileprivate func text(of segment: Int, including options: PlainTextOptions) -> PlainText {
        let block = Int(part(of: segment).block)
        return document.plainText(of: block, inlines: segments[segment].inlines, including: options)
    }
}
