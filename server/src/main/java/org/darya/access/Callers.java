package org.darya.access;

import java.util.concurrent.Callable;

/**
 * Who asks, in the thread that answers. A connection to the database takes it from here; a thread that nobody told is
 * anonymous and sees what is public. Work handed to another thread is to be {@linkplain #carried carried}.
 */
public final class Callers {
    private static final ScopedValue<Act> CURRENT = ScopedValue.newInstance();
    private static final Act NOBODY = new Act(Caller.ANONYMOUS, "", "");

    private Callers() {}

    /**
     * What is being done.
     *
     * @param address where the request came from; empty where there is no request
     * @param why the reason that was given for a change
     */
    record Act(Caller caller, String address, String why) {}

    /** Work that gives a value and may fail. */
    public interface Work<T, X extends Throwable> extends ScopedValue.CallableOp<T, X> {}

    public static Caller current() {
        return act().caller();
    }

    /** From where the caller came; empty where nobody did. */
    public static String address() {
        return act().address();
    }

    static Act act() {
        return CURRENT.orElse(NOBODY);
    }

    /** Does the work as this caller. */
    public static <T, X extends Throwable> T as(Caller caller, String address, Work<T, X> work) throws X {
        return ScopedValue.where(CURRENT, new Act(caller, address, "")).call(work);
    }

    /** Does the work as this caller, without a request. */
    public static <T, X extends Throwable> T as(Caller caller, Work<T, X> work) throws X {
        return as(caller, "", work);
    }

    /** Does the work as the present caller, for this reason; the trail will tell it. */
    public static <T, X extends Throwable> T because(String why, Work<T, X> work) throws X {
        Act now = act();
        return ScopedValue.where(CURRENT, new Act(now.caller(), now.address(), why))
                .call(work);
    }

    /** The same work, done as the present caller in whatever thread it runs. */
    public static Runnable carried(Runnable work) {
        Act now = act();
        return () -> ScopedValue.where(CURRENT, now).run(work);
    }

    /** The same work, done as the present caller in whatever thread it runs. */
    public static <T> Callable<T> carriedCall(Callable<T> work) {
        Act now = act();
        return () -> ScopedValue.where(CURRENT, now).call(work::call);
    }
}
