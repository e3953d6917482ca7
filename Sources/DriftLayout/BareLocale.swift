internal import DriftLanguage

/// The locale of documents whose paths name none, from a look into some of each place and from what is configured.
struct BareLocale {
    private let options: LayoutOptions
    private let paths: [String]
    private var evidence: ContentEvidence
    /// How many bytes the folder that holds all paths takes, with its slash.
    private let shared: Int
    private var locales: [String: LanguageTag] = [:]
    private(set) var notes: [LayoutNote] = []

    init(options: LayoutOptions, paths: [String], evidence: ContentEvidence) {
        (self.options, self.paths, self.evidence) = (options, paths, evidence)
        shared = Self.sharedFolder(paths)
    }

    /// Paths are sorted, so that the first and the last share what all share.
    private static func sharedFolder(_ paths: [String]) -> Int {
        guard let first = paths.first, let last = paths.last else { return 0 }
        var (length, count) = (0, 0)
        for (one, other) in zip(first.utf8, last.utf8) {
            guard one == other else { break }
            count += 1
            if one == UInt8(ascii: "/") { length = count }
        }
        return length
    }

    /// Learns from nine documents of each place.
    mutating func look(at groups: [[PathReading]]) {
        var places: [String: [Int]] = [:]
        for group in groups {
            for reading in group where reading.locale == nil {
                places[place(of: paths[reading.path]), default: []].append(reading.path)
            }
        }
        for (place, documents) in places.sorted(by: { $0.key < $1.key }) { locales[place] = learn(documents) }
    }

    private mutating func learn(_ documents: [Int]) -> LanguageTag {
        var votes: [LanguageTag: Int] = [:]
        for index in stride(from: 0, to: documents.count, by: max(1, documents.count / 9)).prefix(9) {
            if let language = evidence.language(of: paths[documents[index]]) { votes[language, default: 0] += 1 }
        }
        let read = votes.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }?.key
        let path = paths[documents[0]]
        let hint = options.hint(for: path)
        guard let told = options.source ?? hint?.source else { return read ?? LanguageTag(language: "en") }
        guard let read, !read.isSameLanguage(as: told) else { return told }
        if let hint, options.source == nil {
            let text = "\(path) is in \(read), although \(hint.evidence) names \(told) as the source"
            notes.append(LayoutNote(.contradiction, path: path, text))
        }
        return read
    }

    /// The locale of a document that names none.
    func locale(of path: String) -> LanguageTag {
        locales[place(of: path)] ?? options.source ?? options.hint(for: path)?.source ?? LanguageTag(language: "en")
    }

    /// The folder of a configuration, else the outermost folder that not all paths share.
    private func place(of path: String) -> String {
        if let hint = options.hint(for: path) { return "=\(hint.folder)" }
        let rest = path.utf8.dropFirst(shared)
        return rest.firstIndex(of: UInt8(ascii: "/")).flatMap { String(rest[..<$0]) } ?? ""
    }
}

extension LayoutOptions {
    /// The innermost hint that covers a path.
    func hint(for path: String) -> SiteHint? {
        if hints.isEmpty { return nil }
        return hints.filter { $0.covers(path) }.max { depth($0) < depth($1) }
    }

    private func depth(_ hint: SiteHint) -> Int { hint.folder == "." ? 0 : hint.folder.utf8.count }
}
