import Testing

@Suite struct CasebookTests {}
