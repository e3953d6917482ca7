import Foundation
import PackagePlugin

/// Embeds rule pages into DriftRules and lexicons into DriftLanguage.
@main
struct EmbedPages: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let isLexicons = target.name == "DriftLanguage"
        // The package of the fuzz targets has a link there, which would not be looked into.
        let folder = context.package.directoryURL.appending(path: "rules").resolvingSymlinksInPath()
        let pages = try Self.pages(in: folder).filter { page in
            (page.deletingLastPathComponent().lastPathComponent == "lexicons") == isLexicons
        }
        let name = isLexicons ? "EmbeddedLexicons" : "EmbeddedPages"
        let output = context.pluginWorkDirectoryURL.appending(path: "\(name).swift")
        return [
            .buildCommand(
                displayName: "Embedding \(pages.count) pages for \(target.name)",
                executable: try context.tool(named: "PageEmbedder").url,
                arguments: [isLexicons ? "lexicons" : "rules", output.path()] + pages.map { $0.path() },
                // The files, not their folder: a changed file does not change the folder.
                inputFiles: pages,
                outputFiles: [output])
        ]
    }

    /// All Markdown files but `rules/README.md`, in the order of their paths.
    private static func pages(in folder: URL) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
        return paths.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().map { folder.appending(path: $0) }
    }
}
