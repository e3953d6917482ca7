internal import DriftLanguage

/// Compares what paths say of their locale with what a few documents are written in.
struct Contradictions {
    private let layout: Layout
    /// How many patterns of a locale are looked into.
    private static let places = 128

    init(_ layout: Layout) {
        self.layout = layout
    }

    /// A note for each reason whose documents are mostly in another language.
    func notes(_ evidence: inout ContentEvidence) -> [LayoutNote] {
        var documents: [String: [LocaleSet.Member]] = [:]
        for member in layout.sets.flatMap(\.members) where member.pattern != "{path}" {
            documents["\(member.pattern) \(member.locale)", default: []].append(member)
        }
        var notes: [LayoutNote] = []
        for (_, members) in documents.sorted(by: { $0.key < $1.key }).prefix(Self.places) {
            let sample = stride(from: 0, to: members.count, by: max(1, members.count / 3)).prefix(3).map { members[$0] }
            let contrary = sample.filter { evidence.agrees($0.path, with: $0.locale) == false }
            guard let first = contrary.first, contrary.count == sample.count else { continue }
            let language = evidence.language(of: first.path).map { "seems to be in \($0)" } ?? "does not seem to be"
            notes.append(
                LayoutNote(
                    .contradiction, path: first.path,
                    "\(first.path) \(language), although \(first.reason) says \(first.locale)"))
        }
        return notes
    }
}
