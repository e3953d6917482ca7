internal import DriftLanguage

/// Reads paths by the patterns of a configuration; nothing is guessed.
struct ConfiguredReadings {
    let options: LayoutOptions

    func choose(_ paths: [String]) -> ChosenReadings {
        var finder = SlotFinder(options: options)
        let patterns = options.patterns.sorted(by: LayoutPattern.mostTelling)
        var groups: [UInt64: [PathReading]] = [:]
        var parts: [[Substring]] = []
        for (index, path) in paths.enumerated() {
            parts.append(LayoutDiscovery.parts(of: path))
            let stem = LayoutDiscovery.stem(of: path) ?? path[...]
            for pattern in patterns {
                guard let reading = read(stem, index, pattern, &finder) else { continue }
                groups[reading.key, default: []].append(reading)
                break
            }
        }
        let sorted = groups.values.sorted { $0[0].path < $1[0].path }
        return ChosenReadings(
            paths: paths, parts: parts, groups: sorted.filter { $0.count > 1 },
            single: sorted.filter { $0.count == 1 })
    }

    private func read(
        _ stem: Substring, _ index: Int, _ pattern: LayoutPattern, _ finder: inout SlotFinder
    ) -> PathReading? {
        guard let match = pattern.match(stem, isLocale: { finder.locale($0) != nil }) else { return nil }
        let locales = match.locales.compactMap { finder.locale($0) }
        guard let locale = locales.first, locales.allSatisfy({ $0.tag.isSameLanguage(as: locale.tag) }) else {
            guard match.locales.isEmpty else { return nil }
            return reading(index, pattern, match.path, locale: pattern.locale)
        }
        return reading(index, pattern, match.path, locale: locale.tag)
    }

    private func reading(
        _ index: Int, _ pattern: LayoutPattern, _ path: Substring, locale: LanguageTag?
    ) -> PathReading {
        let key = PathReading.extended(UInt64(pattern.group), by: path)
        return PathReading(path: index, key: key, locale: locale, slots: [], bit: 1, configured: pattern.text)
    }
}
