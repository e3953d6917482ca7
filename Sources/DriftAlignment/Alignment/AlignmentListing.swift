/// Shows an aligned set as text: each source segment with its counterparts, then what only a target has.
package struct AlignmentListing {
    private let set: AlignedSet

    package init(set: AlignedSet) {
        self.set = set
    }

    private var members: [AlignedSet.Member] { self.set.members }

    /// One line a segment: kind, and the segment's line and text in each member, `-` where it has none.
    package func lines() -> [String] {
        var lines = members.indices.dropFirst().map { member in
            "\(set.members[member].locale): \(Int(100 * set.pairs[member - 1].agreement)) of 100 parts have a counterpart"
        }
        for segment in set.source.segments.indices where set.source.part(of: segment).kind != .table {
            lines.append("\(set.source.part(of: segment).kind)")
            for member in set.members.indices {
                lines.append(line(set.segment(of: member, for: segment), member: member))
            }
        }
        for member in set.targets {
            for (segment, partner) in set.pairs[member - 1].sources.enumerated() where partner < 0 {
                lines.append("only in \(set.members[member].locale)")
                lines.append(line(segment, member: member))
            }
        }
        return lines
    }

    private func line(_ segment: Int?, member: Int) -> String {
        let outline = set.members[member].outline
        guard let segment else { return "  \(set.members[member].locale) -" }
        let part = Int(outline.segments[segment].part)
        let line = outline.document.source.lineIndex(at: outline.parts[part].range.lower) + 1
        return "  \(set.members[member].locale) \(line): \(outline.text(of: part))"
    }
}
