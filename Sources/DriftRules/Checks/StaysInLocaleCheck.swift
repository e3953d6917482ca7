import DriftAlignment

/// Links and images that lead to what another locale has although this locale has its own.
struct StaysInLocaleCheck: Check {
    func claims(of rule: Rule, in context: CheckContext) -> [Claim] {
        (rule.aspects.contains(.linkTarget) ? links(rule, context) : [])
            + (rule.aspects.contains(.image) ? images(rule, context) : [])
    }

    private func images(_ rule: Rule, _ context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            guard use.inline.kind == .image else { return nil }
            let image = context.difference(.foreign, use, aspect: .image)
            switch use.target {
            case .localized(let own):
                let message = "“\(image.found)” is the source's image; this locale has “\(own)”"
                let fix = Repair(writing: Array(own.utf8), at: image.passage, isSafe: true)
                return Claim(rule, image, message: message, fix: fix)
            case .unlocalized(let other, let locale):
                let message =
                    "“\(image.found)” is the source's image; most translations have one of their own, such as “\(other)” (\(locale))"
                return Claim(rule, image, message: message, severity: .info)
            default: return nil
            }
        }
    }

    private func links(_ rule: Rule, _ context: CheckContext) -> [Claim] {
        context.strayLinks.compactMap { use in
            guard case .foreign(let locale, let own) = use.target, let own, !stands(own, beside: use, in: context)
            else { return nil }
            let difference = context.difference(.foreign, use)
            let message = "link target “\(difference.found)” is the page in \(locale); this locale has “\(own)”"
            let link = Array((own + fragment(of: use, in: context)).utf8)
            let fix = Repair(writing: link, at: difference.passage, isSafe: true)
            return Claim(rule, difference, message: message, fix: fix)
        }
    }

    /// Whether the same text links this locale's page as well: it names the document in both languages.
    private func stands(_ own: String, beside use: LinkUse, in context: CheckContext) -> Bool {
        let outline = context.set.members[use.member].outline
        return outline.segments[use.segment].inlines.contains { inline in
            guard inline.kind == .link, inline.range != use.inline.range else { return false }
            var path = outline.document.destination(of: inline).prefix { $0 != UInt8(ascii: "#") }
            if path.starts(with: "./".utf8) { path = path.dropFirst(2) }
            return path.elementsEqual(own.utf8)
        }
    }

    /// What follows the path, such as `#part`, with its sign.
    private func fragment(of use: LinkUse, in context: CheckContext) -> String {
        let source = context.set.members[use.member].outline.document.source
        return source.string(use.inline.destination).firstIndex { $0 == "#" || $0 == "?" }
            .map { String(source.string(use.inline.destination)[$0...]) } ?? ""
    }
}
