package import DriftLanguage

/// Works out from paths alone, and a look into a few documents where the paths leave doubt, which documents are
/// translations of one another.
///
/// A word in a path that spells a locale is a slot. Paths that are equal without their slots form a set. What a path is
/// read as is decided by the company it finds: the reading that shares its key with the most locales wins. The number of
/// readings of a path is bounded, so that the cost is linear in the paths.
package struct LayoutDiscovery: Sendable {
    private let source: LanguageTag?

    /// - Parameter source: the source locale where it is configured; else it is worked out.
    package init(source: LanguageTag?) {
        self.source = source
    }

    /// - Parameters:
    ///   - paths: relative, with `/`; those of other files than Markdown are passed over.
    ///   - peek: the beginning of a file, or nothing where it cannot be read. Called for a few documents only.
    package func discover(paths: [String], peek: (String) -> [UInt8]) -> Layout {
        var candidates = LayoutCandidates(paths: paths)
        var evidence = ContentEvidence()
        candidates.dropUnlikely(evidence: &evidence, peek: peek)
        let groups = candidates.chooseReadings()
        return LayoutAssembly(source: source, candidates: candidates).assemble(groups, evidence: &evidence, peek: peek)
    }
}

extension LayoutDiscovery {
    /// The path without the ending of a Markdown file; nil for other files.
    static func stem(of path: String) -> Substring? {
        for ending in [".md", ".mdx", ".markdown"] where path.utf8.count > ending.utf8.count {
            let start = path.utf8.index(path.utf8.endIndex, offsetBy: -ending.utf8.count)
            if path.utf8[start...].elementsEqual(ending.utf8, by: { $0 | 0x20 == $1 | 0x20 }) { return path[..<start] }
        }
        return nil
    }
}
