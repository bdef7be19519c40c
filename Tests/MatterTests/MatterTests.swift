import Testing

@Suite struct MatterTests {}
