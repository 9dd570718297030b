"""Lanes: tracks run several at once in labs on this kernel, and beside them in virtual machines those that it lacks
something for."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed
from contextlib import nullcontext
from itertools import chain
from threading import Event, Semaphore
from typing import TypeVar

from overnet import progress
from overnet.labs.run import Run
from overnet.proving.course import Course
from overnet.proving.items import Item

AT_ONCE = 4
AT_ONCE_EMULATED = 1  # and one more as soon as nothing else waits

Result = TypeVar("Result")
Job = Sequence[Item]  # tracks of one page, one after the other


def go(
    run: Run, jobs: list[Job], do: Callable[[Item], Result], ended: Callable[[Result], None], at_once: int = AT_ONCE
) -> None:
    """Do something with each item of each job, begun in this order, `at_once` jobs on this kernel at any time; what
    comes of each goes to `ended`, in this thread. If anything is raised here, or in `do`, all that runs is ended with
    the run. On a terminal, what is under way is shown."""
    lacking = [bool(run.lacks(job[0].walkthrough.needs)) for job in jobs]
    lanes = [[item for job, there in zip(jobs, lacking) if there == emulated for item in job] for emulated in (0, 1)]
    course = Course((lanes[0], at_once), (lanes[1], AT_ONCE_EMULATED))
    machines, ending = Semaphore(AT_ONCE_EMULATED), Event()

    def done(job: Job, emulated: bool) -> list[Result]:
        results = []
        with machines if emulated else nullcontext():
            for item in job:
                if ending.is_set():
                    raise CancelledError
                with course.running(item):
                    results.append(do(item))
        return results

    pools = ThreadPoolExecutor(at_once), ThreadPoolExecutor(AT_ONCE_EMULATED + 1)
    with pools[0], pools[1], progress.shown(course):
        started = [pools[emulated].submit(done, job, emulated) for job, emulated in zip(jobs, lacking)]
        pools[0].submit(machines.release)
        try:
            for result in chain.from_iterable(future.result() for future in as_completed(started)):
                ended(result)
        except BaseException:
            ending.set()
            for pool in pools:
                pool.shutdown(wait=False, cancel_futures=True)
            run.close()  # the commands under way end with their hosts
            raise
