package org.darya.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything Darya keeps. One process at a time owns it: the operating system drops the lock when
 * the owner dies, so a killed process never blocks the next start.
 */
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, making it where it is missing, and takes its lock.
     *
     * @throws DaryaException where another process owns the folder or it cannot be written
     */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            FileChannel channel = FileChannel.open(
                    root.resolve("darya.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String owner = read(channel);
                channel.close();
                throw new DaryaException(
                        "The data folder %s is in use by another Darya (process %s)."
                                .formatted(root, owner.isBlank() ? "unknown" : owner),
                        "Maybe stop that process first, or give this one a folder of its own with --data DIR.");
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataFolder(root, channel, lock);
        } catch (IOException e) {
            throw new DaryaException(
                    "The data folder %s cannot be used: %s.".formatted(root, e.getMessage()),
                    "Maybe the path is not a folder, or this user may not write there.");
        }
    }

    /** Where the embedded database lives. */
    public Path database() {
        return root.resolve("postgresql");
    }

    public Path root() {
        return root;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(
                    1_000_000, 1, false); // a byte far behind the text, so that others can read the owner
        } catch (OverlappingFileLockException e) {
            return null; // this very process holds it already
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(64);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
