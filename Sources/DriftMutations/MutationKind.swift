/// What is done to a translation: one kind of drift, or one change that is none.
package enum MutationKind: String, Sendable, CaseIterable {
    // tables
    case rowMissing = "row-missing"
    case rowExtra = "row-extra"
    case rowsSwapped = "rows-swapped"
    case cellsSwapped = "cells-swapped"
    case cellEmptied = "cell-emptied"
    case columnMissing = "column-missing"
    // blocks
    case itemMissing = "item-missing"
    case headingMissing = "heading-missing"
    case headingLevel = "heading-level"
    case sectionMissing = "section-missing"
    case paragraphMissing = "paragraph-missing"
    case paragraphCut = "paragraph-cut"
    case paragraphUntranslated = "paragraph-untranslated"
    case cellUntranslated = "cell-untranslated"
    case codeMissing = "code-missing"
    case codeChanged = "code-changed"
    // inlines
    case imageMissing = "image-missing"
    case linkLost = "link-lost"
    case emphasisLost = "emphasis-lost"
    case codeSpanLost = "code-span-lost"
    case codeSpanChanged = "code-span-changed"
    case addressChanged = "url-changed"
    case linkTargetChanged = "link-target-changed"
    case placeholderChanged = "placeholder-changed"
    // values
    case frontKeyMissing = "front-key-missing"
    case numberInCell = "number-cell"
    case numberInProse = "number-prose"
    case date
    case version
    // what is no drift
    case paragraphReflowed = "paragraph-reflowed"
    case emphasisMarker = "emphasis-marker"
    case listMarker = "list-marker"
    case listRenumbered = "list-renumbered"
    case numberLocalized = "number-localized"
    case noteAdded = "note-added"
    case tableRealigned = "table-realigned"
    case lineEnds = "line-ends"
    case fenceMarker = "fence-marker"
    case headingForm = "heading-form"
}

extension MutationKind {
    /// Whether a good translation may be written so, so that nothing may be reported.
    package var isHarmless: Bool {
        switch self {
        case .paragraphReflowed, .emphasisMarker, .listMarker, .listRenumbered, .numberLocalized, .noteAdded,
            .tableRealigned, .lineEnds, .fenceMarker, .headingForm:
            true
        default: false
        }
    }

    /// Lines beside the due ones at which a finding still is at its place: what is gone has no line of its own, and
    /// comments may lie between it and its neighbours.
    package var tolerance: Int {
        switch self {
        case .rowMissing, .columnMissing, .itemMissing, .headingMissing, .sectionMissing, .paragraphMissing,
            .codeMissing, .imageMissing, .frontKeyMissing, .rowsSwapped:
            3
        default: 0
        }
    }

    /// Whether the text has to stay the same but for white space, and the blocks too.
    var keepsText: Bool {
        switch self {
        case .numberLocalized, .noteAdded: false
        default: isHarmless
        }
    }

    /// Whether blocks disappear and no others change.
    var removesBlocks: Bool {
        switch self {
        case .rowMissing, .itemMissing, .headingMissing, .sectionMissing, .paragraphMissing, .codeMissing: true
        default: false
        }
    }

    /// Whether blocks are neither added, nor removed, nor turned into others.
    var keepsBlocks: Bool {
        switch self {
        case .rowExtra, .columnMissing, .imageMissing, .noteAdded, .paragraphUntranslated, .cellUntranslated: false
        default: !removesBlocks
        }
    }
}
