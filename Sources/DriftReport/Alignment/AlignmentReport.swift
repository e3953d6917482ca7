package import DriftFindings

/// Locale sets laid side by side, ready to be rendered in any format.
package struct AlignmentReport: Sendable {
    package let toolVersion: String
    package let sets: [AlignedText]

    package init(toolVersion: String, sets: [AlignedText]) {
        self.toolVersion = toolVersion
        self.sets = sets
    }

    /// Locales of all targets, each once, in the order in which they are met.
    package var targetLocales: [String] {
        var locales: [String] = []
        for set in sets {
            for member in set.members.dropFirst() where !locales.contains(member.locale) {
                locales.append(member.locale)
            }
        }
        return locales
    }
}

extension AlignedUnit {
    /// Indices of the members whose text can stand in a translation memory beside the source's; none for a unit that
    /// nobody translates.
    ///
    /// - Parameter uncertain: whether pairs that are not certain count too.
    func translated(uncertain: Bool) -> [Int] {
        guard isTranslatable, !entries.isEmpty, entries[0].passage?.text.isEmpty == false else { return [] }
        return entries.indices.dropFirst().filter { index in
            let entry = entries[index]
            return entry.isPaired && (uncertain || entry.isCertain) && entry.passage?.text.isEmpty == false
        }
    }
}
