import Testing

@Suite struct HyphenationTests {}
