package import DriftLanguage

/// Works out from paths alone, and a look into a few documents where the paths leave doubt, which documents are
/// translations of one another.
///
/// A word in a path that spells a locale is a slot. Paths that are equal without their slots form a set. What a path is
/// read as is decided by the company it finds: the reading that shares its key with the most locales wins. The number of
/// readings of a path is bounded, so that the cost is linear in the paths.
package struct LayoutDiscovery: Sendable {
    private let options: LayoutOptions

    package init(_ options: LayoutOptions) {
        self.options = options
    }

    /// - Parameter source: the source locale where it is configured; else it is worked out.
    package init(source: LanguageTag?) {
        options = LayoutOptions(source: source)
    }

    /// - Parameters:
    ///   - paths: relative, with `/`; those of other files than Markdown are passed over.
    ///   - peek: the beginning of a file, or nothing where it cannot be read. Called for a few documents only.
    package func discover(paths: [String], peek: @escaping (String) -> [UInt8]) -> Layout {
        let documents = paths.filter { LayoutDiscovery.stem(of: $0) != nil }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        var evidence = ContentEvidence(peek: peek)
        var chosen: ChosenReadings
        if options.patterns.isEmpty {
            var candidates = LayoutCandidates(paths: documents, options: options)
            candidates.dropUnlikely(evidence: &evidence)
            chosen = candidates.chooseReadings()
        } else {
            chosen = ConfiguredReadings(options: options).choose(documents)
        }
        var assembly = LayoutAssembly(options: options, chosen: chosen, evidence: evidence)
        return assembly.assemble()
    }
}

/// What each path was read as.
struct ChosenReadings {
    /// Sorted, so that nothing depends on the order in which files were listed.
    var paths: [String]
    /// The parts of each path, the last without its ending.
    var parts: [[Substring]]
    /// Readings of one key, two or more, in the order of their first paths.
    var groups: [[PathReading]]
    /// The readings of each path that found no company.
    var single: [[PathReading]]
    /// Doubtful spellings that were believed although no text could confirm them.
    var weak: Set<String> = []
    var notes: [LayoutNote] = []
}

extension LayoutDiscovery {
    /// The path without the ending of a Markdown file; nil for other files.
    static func stem(of path: String) -> Substring? {
        let bytes = path.utf8
        for ending in endings where bytes.count > ending.count {
            let start = bytes.index(bytes.endIndex, offsetBy: -ending.count)
            if bytes[start...].elementsEqual(ending, by: { $0 | 0x20 == $1 | 0x20 }) { return path[..<start] }
        }
        return nil
    }

    private static let endings = [".md", ".mdx", ".markdown"].map { Array($0.utf8) }

    /// The parts of a path, the last without its ending.
    static func parts(of path: String) -> [Substring] {
        let stem = stem(of: path) ?? path[...]
        return stem.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    }

    /// Everything before the last slash.
    static func folder(of path: String) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }
}
