package org.darya.evidence;

/**
 * What came of an import.
 *
 * @param files data files that were read
 * @param unread files that could not be read at all; nothing of them is stored
 * @param series series that the stored rows belong to
 */
public record ImportSummary(
        long id,
        String format,
        String office,
        String importedAt,
        int files,
        int unread,
        long series,
        long added,
        long changed,
        long unchanged,
        long rejected) {
    @Override
    public String toString() {
        return """
                import %d (%s, %s): %d files, %d series
                values: %d new, %d changed, %d unchanged
                rejected rows: %d, files that could not be read: %d""".formatted(id, format, office, files, series, added, changed, unchanged, rejected, unread);
    }
}
