package good.clashes;

import io.eagleray.Remote;

/** As a class of ours is called. */
record Ref(int x) {

    @Remote
    static Ref next(Ref ref) {
        return new Ref(ref.x() + 1);
    }
}
