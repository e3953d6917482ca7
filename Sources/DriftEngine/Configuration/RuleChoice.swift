package import DriftRules

/// Which rules report in a run, and how badly.
package struct RuleChoice: Sendable {
    package private(set) var selection: Set<String>
    package private(set) var levels = RuleLevels()

    /// - Parameters:
    ///   - select: rules and families of flags, which stand for all that the configuration selects, ignores or
    ///     switches off everywhere; its sections still count.
    ///   - ignore: rules and families of flags, in addition to what the configuration ignores.
    /// - Throws: `UnknownRule` for flags, `ConfigurationError`.
    package init(
        _ configuration: Configuration?, rules: RuleBook, select: [String] = [], ignore: [String] = [],
        workingFolder: String = ""
    ) throws {
        let book = Names(rules: rules)
        selection = try rules.selection(select: select, ignore: [])
        if let configuration {
            if select.isEmpty, !configuration.select.isEmpty {
                selection = []
                for name in configuration.select { selection.formUnion(try book.ids(name)) }
            }
            levels.general = try book.levels(configuration.rules)
            if select.isEmpty { selection.subtract(levels.general.filter { $0.value == .off }.keys) }
            levels.general = levels.general.filter { $0.value != .off }
            levels.locales = try configuration.perLocale.map { ($0.locale, try book.levels($0.rules)) }
            levels.paths = try configuration.perPath.map {
                RuleLevels.PathSection(
                    rules: IgnoreRules(lines: [Array($0.pattern.utf8)[...]]), levels: try book.levels($0.rules))
            }
            levels.folder = configuration.folder
            levels.workingFolder = workingFolder
        }
        for name in ignore { selection.subtract(try rules.ids(named: name)) }
    }

    /// Reports nothing of some rules.
    package mutating func ignore(_ ids: Set<String>) { selection.subtract(ids) }

    /// Looks up names of a configuration.
    private struct Names {
        let rules: RuleBook

        func ids(_ name: RuleName) throws(ConfigurationError) -> [String] {
            do throws(UnknownRule) {
                return try rules.ids(named: name.text)
            } catch {
                throw ConfigurationError(place: name.place, message: error.description)
            }
        }

        /// By the ids of rules: first what families are told, then what rules are.
        func levels(_ settings: RuleSettings) throws(ConfigurationError) -> RuleLevels.Levels {
            var (families, own): (RuleLevels.Levels, RuleLevels.Levels) = ([:], [:])
            let given = settings.severity + settings.ignore.map { RuleSettings.Level(name: $0, level: .off) }
            for setting in given {
                let ids = try ids(setting.name)
                if ids == [setting.name.text] {
                    own[setting.name.text] = setting.level
                } else {
                    for id in ids { families[id] = setting.level }
                }
            }
            return families.merging(own) { $1 }
        }
    }
}
