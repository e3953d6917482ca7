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
        let (pages, errors) = read(Array(arguments.dropFirst(2)))
        guard errors.isEmpty else { fail(errors.map(\.description)) }
        do {
            let source = mode == "rules" ? try RulePages.swiftSource(pages) : try Lexicons.swiftSource(pages)
            try Data(source.utf8).write(to: URL(filePath: output))
        } catch {
            fail([error is PageError ? "\(error)" : "error: \(output) cannot be written: \(error)"])
        }
    }

    private static func read(_ paths: [String]) -> (pages: [Page], errors: [PageError]) {
        var pages: [Page] = []
        var errors: [PageError] = []
        for path in paths {
            do throws(PageError) {
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw PageError(path: path, message: "the page cannot be read")
                }
                pages.append(try Page(path: path, source: SourceText(Array(data))))
            } catch {
                errors.append(error)
            }
        }
        return (pages, errors)
    }

    private static func fail(_ messages: [String]) -> Never {
        for message in messages { print(message) }
        exit(1)
    }
}
