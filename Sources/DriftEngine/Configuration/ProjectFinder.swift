package import DriftLanguage
package import DriftLayout

/// What a run asks for.
package struct ProjectRequest: Sendable {
    /// A folder that holds one locale alone.
    package struct Root: Sendable, Hashable {
        package var locale: LanguageTag
        package var folder: String

        package init(locale: LanguageTag, folder: String) {
            (self.locale, self.folder) = (locale, folder)
        }
    }

    /// Files and folders; a file stands for the sets it is in.
    package var paths: [String]
    package var roots: [Root] = []
    package var source: LanguageTag?
    package var configuration = ConfigurationFinder.Choice.search
    /// `key=value` of the configuration, instead of what its file says.
    package var settings: [String] = []
    /// Whether to look into documents for what contradicts their paths.
    package var looksForContradictions = false

    package init(paths: [String]) {
        self.paths = paths
    }
}

/// The documents of a request, sorted into locale sets.
package struct FoundProject: Sendable {
    package var layout: Layout
    /// Sets that were found around the files that were asked for, those of `layout` among them.
    package var surroundings: [LocaleSet]
    package var configuration: Configuration?
    /// Documents that the configuration leaves out.
    package var excluded: [String]
    /// Folders in which the counterparts of files were looked for.
    package var homes: [String] = []
    /// Folders and documents below the paths that cannot be read.
    package var unreadable: [FileError] = []
}

/// Finds documents, what is configured of them, and which of them are translations of one another.
package struct ProjectFinder {
    private let files: any Files
    private let workingFolder: String

    /// - Parameter workingFolder: the absolute path of `.`; empty if it cannot be told.
    package init(files: any Files, workingFolder: String) {
        (self.files, self.workingFolder) = (files, workingFolder)
    }

    /// - Throws: `FileError` for paths that cannot be read, `ConfigurationError`.
    package func find(_ request: ProjectRequest) throws -> FoundProject {
        let configuration = try configuration(of: request)
        let asked = (request.paths + request.roots.map(\.folder)).map(fromHere)
        let named = asked.filter { files.kind(of: $0) == .file }
        let homes = Set(named.map { home(of: $0, configuration) }).sorted()
        let found = try DocumentFinder(files: files, workingFolder: workingFolder)
            .find(in: asked + homes, landmarks: SiteConfiguration.landmarks)
        let hints = SiteConfiguration(files: files).hints(in: found.marked)
        let base = homes.first { $0.utf8.starts(with: "..".utf8) } ?? "."
        var paths = found.documents
        if base != "." {
            // What was found from above is named as it was asked for, from here.
            paths = Set(paths.map { fromHere($0) }).sorted()
        }
        var project = try discover(paths, hints, request, configuration, base: base)
        project.homes = homes
        project.unreadable = found.unreadable
        if !named.isEmpty { narrow(&project.layout, to: asked, named: Set(named)) }
        return project
    }

    /// A path as it is written in the working folder, so that one file has one name.
    private func fromHere(_ path: String) -> String {
        Path.rest(of: path, in: ".", workingFolder: workingFolder) ?? Path.normalised(path)
    }

    private func configuration(of request: ProjectRequest) throws -> Configuration? {
        let start = request.paths.first ?? request.roots.first?.folder ?? "."
        return try ConfigurationFinder(files: files)
            .configuration(for: start, request.configuration, settings: request.settings)
    }

    // MARK: Files that are named

    /// The folder in which the counterparts of a file are looked for.
    private func home(of path: String, _ configuration: Configuration?) -> String {
        let repository = LinkRoot(files: files).root(for: path)
        if files.kind(of: Path.join(repository, ".git")) != nil { return repository }
        if let configuration, Path.rest(of: path, in: configuration.folder, workingFolder: workingFolder) != nil {
            return configuration.folder
        }
        let isBelow = path.utf8.first != UInt8(ascii: "/") && !path.utf8.starts(with: "..".utf8)
        return isBelow ? "." : LayoutDiscovery.surroundings(of: path)
    }

    private func narrow(_ layout: inout Layout, to paths: [String], named: Set<String>) {
        let folders = paths.filter { !named.contains($0) }
        func isAsked(_ path: String) -> Bool { named.contains(path) || folders.contains { Path.isInside(path, $0) } }
        layout.sets.removeAll { set in !set.members.contains { isAsked($0.path) } }
        layout.orphans.removeAll { set in !set.members.contains { isAsked($0.path) } }
        layout.single.removeAll { !isAsked($0.path) }
        layout.notes.removeAll { !isAsked($0.path) }
    }

    // MARK: Discovery

    private func discover(
        _ documents: [String], _ hints: [SiteHint], _ request: ProjectRequest, _ configuration: Configuration?,
        base: String
    ) throws -> FoundProject {
        var layout = Layout()
        var excluded: [String] = []
        for (settings, paths) in parts(documents, configuration) {
            let (kept, left) = sorted(paths, settings, configuration)
            excluded += left
            var options = LayoutOptions(source: request.source ?? settings.source)
            options.locales = settings.locales
            options.aliases = settings.aliases
            options.patterns = try request.roots.isEmpty ? settings.patterns : patterns(request.roots)
            options.hints = hints
            options.looksForContradictions = request.looksForContradictions
            // Patterns are relative to their file.
            let isConfigured = !settings.patterns.isEmpty && request.roots.isEmpty
            layout.merge(discover(kept, options, base: isConfigured ? configuration?.folder ?? base : base))
        }
        return FoundProject(
            layout: layout, surroundings: layout.sets, configuration: configuration, excluded: excluded)
    }

    private func patterns(_ roots: [ProjectRequest.Root]) throws -> [LayoutPattern] {
        try roots.map { root in
            let folder = Path.normalised(root.folder)
            return try LayoutPattern(folder == "." ? "{path}" : "\(folder)/{path}", locale: root.locale, group: 0)
        }
    }

    /// - Parameter base: the folder to which paths are made relative before they are read; it may lie above.
    private func discover(_ paths: [String], _ options: LayoutOptions, base: String) -> Layout {
        let files = files
        if base == "." { return LayoutDiscovery(options).discover(paths: paths) { (try? files.read($0)) ?? [] } }
        var originals: [String: String] = [:]
        for path in paths { originals[Path.rest(of: path, in: base, workingFolder: workingFolder) ?? path] = path }
        let known = originals
        var options = options
        for index in options.hints.indices {
            let folder = options.hints[index].folder
            options.hints[index].folder = Path.rest(of: folder, in: base, workingFolder: workingFolder) ?? folder
        }
        var layout = LayoutDiscovery(options).discover(paths: Array(known.keys)) { path in
            (try? files.read(known[path] ?? path)) ?? []
        }
        layout.rename { known[$0] ?? $0 }
        return layout
    }

    /// Documents by the settings that hold for them.
    private func parts(_ documents: [String], _ configuration: Configuration?) -> [(LayoutSettings, [String])] {
        guard let configuration, !configuration.roots.isEmpty else {
            return [(configuration?.layout ?? LayoutSettings(), documents)]
        }
        let roots = configuration.roots.sorted { $0.folder.utf8.count > $1.folder.utf8.count }
        var parts = roots.map { ($0.layout.over(configuration.layout), [String]()) } + [(configuration.layout, [])]
        for document in documents {
            let rest = Path.rest(of: document, in: configuration.folder, workingFolder: workingFolder)
            let index = roots.firstIndex { root in rest.map { Path.isInside($0, root.folder) } ?? false }
            parts[index ?? roots.count].1.append(document)
        }
        return parts.filter { !$0.1.isEmpty }
    }

    /// Documents that count, and those that are configured not to.
    private func sorted(
        _ documents: [String], _ settings: LayoutSettings, _ configuration: Configuration?
    ) -> (kept: [String], left: [String]) {
        guard let configuration, !settings.include.isEmpty || !settings.exclude.isEmpty else { return (documents, []) }
        let include = IgnoreRules(lines: settings.include.map { Array($0.utf8)[...] })
        let exclude = IgnoreRules(lines: settings.exclude.map { Array($0.utf8)[...] })
        var (kept, left): ([String], [String]) = ([], [])
        for document in documents {
            let rest = Path.rest(of: document, in: configuration.folder, workingFolder: workingFolder) ?? document
            let isKept = (include.isEmpty || include.leavesOut(rest)) && !exclude.leavesOut(rest)
            if isKept { kept.append(document) } else { left.append(document) }
        }
        return (kept, left)
    }
}
