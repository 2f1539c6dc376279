package org.darya.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failures and makes whoever fails wait: five are free, then each doubles the wait up to an hour; a day without one
 * forgets them. Failures are counted for an address together with the name it tries, so that nobody can lock another out,
 * and for a browser that the account signed in with before apart from the rest of its address.
 */
@Component
class Attempts {
    private static final int FREE = 5;
    private static final int FREE_OF_ADDRESS = 50;
    private static final int LONGEST_SECONDS = 3600;

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What failures are counted for, and how many are free. */
    record Key(byte[] hash, int free) {}

    static List<Key> ofStranger(String address, String name) {
        String network = network(address);
        return List.of(
                new Key(Secrets.hash("name", network, name), FREE),
                new Key(Secrets.hash("address", network), FREE_OF_ADDRESS));
    }

    static List<Key> ofKnownDevice(String device, String name) {
        return List.of(new Key(Secrets.hash("device", device, name), FREE));
    }

    /** Counted for the account alone: only who knows the password comes so far. */
    static byte[] ofCode(long account) {
        return Secrets.hash("code", Long.toString(account));
    }

    static List<Key> ofCodes(long account) {
        return List.of(new Key(ofCode(account), FREE));
    }

    /**
     * Counts an attempt before it is made, so that many at once are counted too.
     *
     * @return whether it may be made; one that may not is not counted
     */
    boolean begin(List<Key> keys) {
        return keys.stream().allMatch(this::begin);
    }

    private boolean begin(Key key) {
        return jdbc.sql("""
                        insert into access.attempt as old (key, failures, last_at, blocked_until) values (:key, 1, now(), now())
                        on conflict (key) do update set
                            failures = case when old.last_at < now() - interval '1 day' then 1 else old.failures + 1 end,
                            last_at = now(),
                            blocked_until = now() + case when old.last_at < now() - interval '1 day' or old.failures + 1 < :free
                                then interval '0' else interval '1 second' * least(:longest, 2 ^ least(old.failures + 1 - :free, 20)) end
                        where old.blocked_until <= now()""")
                        .param("key", key.hash())
                        .param("free", key.free())
                        .param("longest", LONGEST_SECONDS)
                        .update()
                == 1;
    }

    /** Whether nobody was told yet of the block that refused the attempt; each block is to be told of once. */
    boolean untold(List<Key> keys) {
        int told = 0;
        for (Key key : keys) {
            told += jdbc.sql("""
                            update access.attempt set told = blocked_until
                            where key = :key and blocked_until > now() and told is distinct from blocked_until""").param("key", key.hash()).update();
        }
        return told > 0;
    }

    /**
     * Forgets the failures of one who came in. Those of an address stay, because others share it; but the attempt that was
     * counted before it was made was none of them, or an office behind one address would lock itself out by signing in.
     */
    void succeeded(List<Key> keys) {
        jdbc.sql("delete from access.attempt where key = :key or last_at < now() - interval '2 days'")
                .param("key", keys.getFirst().hash())
                .update();
        for (Key shared : keys.subList(1, keys.size())) {
            jdbc.sql(
                            "update access.attempt set failures = greatest(failures - 1, 0), blocked_until = now() where key = :key")
                    .param("key", shared.hash())
                    .update();
        }
    }

    /** Who has one IPv6 address has the 2^64 of its network. */
    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
