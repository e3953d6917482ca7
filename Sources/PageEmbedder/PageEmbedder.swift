internal import DriftText

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Turns the pages below `rules/` into Swift source while the package is built.
///
/// Arguments: `rules` or `lexicons`, the file to write, the pages. Every page with an error is named, not only the
/// first. Exit status: 0, or 1 after an error.
@main
enum PageEmbedder {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 2, let mode = arguments.first, let output = arguments.dropFirst().first else {
            fail(["error: expected rules or lexicons, a file to write, and pages"])
        }
        do {
            let files = try arguments.dropFirst(2).map(read)
            let source = mode == "rules" ? try RulePages.swiftSource(pages(files)) : try Lexicons.swiftSource(files)
            try Data(source.utf8).write(to: URL(filePath: output))
        } catch {
            fail([error is PageError ? "\(error)" : "error: \(output) cannot be written: \(error)"])
        }
    }

    private static func read(_ path: String) throws(PageError) -> PageFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw PageError(path: path, message: "the page cannot be read")
        }
        return PageFile(path: path, source: SourceText(Array(data)))
    }

    private static func pages(_ files: [PageFile]) -> [Page] {
        var pages: [Page] = []
        var errors: [PageError] = []
        for file in files {
            do throws(PageError) {
                pages.append(try Page(file))
            } catch {
                errors.append(error)
            }
        }
        if !errors.isEmpty { fail(errors.map(\.description)) }
        return pages
    }

    private static func fail(_ messages: [String]) -> Never {
        for message in messages { print(message) }
        exit(1)
    }
}
