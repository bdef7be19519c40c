import Testing

@Suite struct TaggedPDFTests {}
