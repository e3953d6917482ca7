import DriftAlignment
import DriftLayout
import DriftText

extension LinkResolver {
    /// How a translation writes relative links of its source, by how the source writes them: to the locale's own page
    /// where there is one, otherwise to the same file, seen from the translation's folder. Links of which nobody knows
    /// that are left out.
    func rebasedTargets(of source: AlignedSet.Member, for target: AlignedSet.Member) -> [[UInt8]: [UInt8]] {
        var rebased: [[UInt8]: [UInt8]] = [:]
        for segment in source.outline.segments {
            for inline in segment.inlines where inline.kind == .link || inline.kind == .image {
                let destination = source.outline.document.destination(of: inline)
                rebased[destination] = self.rebased(destination, of: source, for: target)
            }
        }
        return rebased
    }

    private func rebased(
        _ destination: [UInt8], of source: AlignedSet.Member, for target: AlignedSet.Member
    ) -> [UInt8]? {
        guard let path = path(of: destination, in: source.path) else { return nil }
        let counterpart = catalogue.counterpart(of: path, linkedFrom: source.path, in: target.locale)
        let wanted = counterpart ?? path
        let asItStands = self.path(of: destination, in: target.path)
        if asItStands == wanted { return counterpart == nil ? nil : destination }
        // A picture beside the translation is its own, and what the source has wrong is for the source to mend.
        if wanted == path, asItStands.flatMap(files.kind) != nil || files.kind(of: path) == nil { return nil }
        let link = Path.relative(wanted, from: Path.folder(of: Path.normalised(target.path)))
        guard link.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }) else {
            return nil
        }
        return Array(link.utf8) + destination.drop { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    }
}
