package io.eagleray.backend.ray;

/** On which terms a Ray takes submissions: one that many share, or that may go, has some. */
public interface Admission {
    /** No terms. */
    Admission FREE = new Admission() {};

    /**
     * What each driver needs for itself, so that no more of them run at once than there is place for; the others wait.
     *
     * @return nothing by default
     */
    default JobSubmission.Resources resources() {
        return JobSubmission.Resources.NONE;
    }

    /**
     * How many nodes there have to be before a task begins. Its code is brought and its driver starts while they come.
     *
     * @return 1 by default
     */
    default int nodes() {
        return 1;
    }

    /**
     * Called before anything is brought to the cluster for a submission, and again right before it is submitted.
     *
     * @param jobs the jobs of the cluster
     * @param id the id of the submission; a job with it may be there already
     * @throws io.eagleray.client.EaglerayException when the cluster takes it no more
     * @throws InterruptedException when the thread is interrupted
     */
    default void before(RayJobs jobs, String id) throws InterruptedException {}

    /**
     * Called once it is there.
     *
     * @param jobs the jobs of the cluster
     * @param job the job
     * @throws io.eagleray.client.EaglerayException when it came too late
     * @throws InterruptedException when the thread is interrupted
     */
    default void after(RayJobs jobs, JobDetails job) throws InterruptedException {}
}
