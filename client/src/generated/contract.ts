// Written by `npm run openapi` from contract/openapi.json: never edited by hand.
export interface paths {
    "/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow every change, in order and without gaps
         * @description Each change with what the object became, of the kinds of objects that the token may read. For whoever sees the whole organization. With `Prefer: wait=30` the request is held until something comes, up to 60 seconds. With `Accept: text/event-stream` the changes come as server-sent events, first those there are, then each as it is committed; a client that was cut off goes on by `Last-Event-ID`. Such a stream ends every five minutes, and is asked for again.
         *
         *     Scope: Read Ledger.
         *
         *     Rate limit: 25 requests a second.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/changes/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read objects as they were at a moment
         * @description From the ledger, deleted objects included. For whoever sees the whole organization, and of a kind that the token may read.
         *
         *     Scope: Read Ledger.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getObjectsAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, in the order of their ids
         * @description Without those whose temporary access has ended, and without those that tokens act as.
         *
         *     Scope: Read Users.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add a user
         * @description Scope: Write Users.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user, also one that a token acts as
         * @description Scope: Read Users.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user; records that name them stay
         * @description Scope: Write Users.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Fields that are not sent stay; roles replace all roles.
         *
         *     Scope: Write Users.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/user-roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Roles that users can have
         * @description Scope: Read Users.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listUserRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attributes of drivers or of assets, in the order of their ids
         * @description Scope: Read Attributes.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getAttributesByEntityType"];
        put?: never;
        /**
         * Add an attribute, and give it to drivers or vehicles
         * @description Scope: Write Attributes.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createAttribute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attributes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One attribute, with the drivers or vehicles that have a value
         * @description Scope: Read Attributes.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getAttribute"];
        put?: never;
        post?: never;
        /**
         * Delete an attribute, and its values wherever they are
         * @description Scope: Write Attributes.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteAttribute"];
        options?: never;
        head?: never;
        /**
         * Change an attribute, and give it to drivers or vehicles
         * @description What is not sent stays. Offered values that are no longer listed are taken off whatever has them; an entity without values loses the attribute.
         *
         *     Scope: Write Attributes.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateAttribute"];
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organization of this token
         * @description Scope: Read Org Information.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getOrganizationInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drivers, in the order of their ids
         * @description Scope: Read Drivers.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listDrivers"];
        put?: never;
        /**
         * Add a driver
         * @description Scope: Write Drivers.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createDriver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/drivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One driver, active or not
         * @description Scope: Read Drivers.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getDriver"];
        put?: never;
        post?: never;
        /**
         * Delete a driver; records that name them stay
         * @description The user name, the external ids and the vehicle are free again. Nobody is erased.
         *
         *     Scope: Write Drivers.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteDriver"];
        options?: never;
        head?: never;
        /**
         * Change a driver
         * @description Fields that are not sent stay; an empty text clears. Deactivating keeps every record.
         *
         *     Scope: Write Drivers.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateDriver"];
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags with their members, in the order of their ids
         * @description Scope: Read Tags.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Add a tag
         * @description Scope: Write Tags.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tag
         * @description Scope: Read Tags.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getTag"];
        /**
         * Replace the members of a tag
         * @description Every member list becomes what is sent; a list that is not sent becomes empty. Name, parent and external ids that are not sent stay.
         *
         *     Scope: Write Tags.
         *
         *     Rate limit: 100 requests a minute.
         */
        put: operations["replaceTag"];
        post?: never;
        /**
         * Delete a tag for good
         * @description Its members lose it; tags below it move up to the tag above it.
         *
         *     Scope: Write Tags.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description A JSON merge patch: what is not sent stays, a list replaces the whole list, null empties.
         *
         *     Scope: Write Tags.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["patchTag"];
        trace?: never;
    };
    "/fleet/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vehicles, in the order of their ids
         * @description Scope: Read Vehicles.
         *
         *     Rate limit: 25 requests a second.
         */
        get: operations["listVehicles"];
        put?: never;
        /**
         * Add a vehicle
         * @description The public API has no such operation: there vehicles appear with their gateways.
         *
         *     Scope: Write Vehicles.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createVehicle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fleet/vehicles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One vehicle
         * @description Scope: Read Vehicles.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getVehicle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a vehicle
         * @description Fields that are not sent stay; an empty text clears.
         *
         *     Scope: Write Vehicles.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateVehicle"];
        trace?: never;
    };
    "/organization/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The zone of the organization, and where its start dates are
         * @description Scope: Read Org Information.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getOrganizationSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the settings of the organization
         * @description Only what is named changes.
         *
         *     Scope: Write Org Information.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateOrganizationSettings"];
        trace?: never;
    };
    "/directory/user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by name
         * @description Scope: Read Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["listDirectoryUsers"];
        put?: never;
        /**
         * Add a person
         * @description Adds a user; drivers are added on the other surface and managed on both.
         *
         *     Scope: Write Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["createDirectoryUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/user/{api_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person
         * @description Scope: Read Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["getDirectoryUser"];
        /**
         * Replace a person
         * @description What is absent is taken away, except api_id and is_active, which stay.
         *
         *     Scope: Write Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        put: operations["replaceDirectoryUser"];
        post?: never;
        /**
         * Make a person inactive
         * @description Refused while there are training records. Nobody is erased.
         *
         *     Scope: Write Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        delete: operations["deleteDirectoryUser"];
        options?: never;
        head?: never;
        /**
         * Change fields of a person
         * @description What is not sent stays.
         *
         *     Scope: Write Directory.
         *
         *     Rate limit: 10 requests a second.
         */
        patch: operations["updateDirectoryUser"];
        trace?: never;
    };
    "/driver-efficiency/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How efficiently drivers drove
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["getDriverEfficiencyByDrivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-efficiency/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How efficiently vehicles were driven
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getDriverEfficiencyByVehicles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/driver-efficiency/drivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How efficiently drivers drove (older path)
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["previewGetDriverEfficiencyByDrivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/driver-efficiency/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How efficiently vehicles were driven (older path)
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetDriverEfficiencyByVehicles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-efficiency/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what vehicles reported, hour by hour
         * @description Up to 1,000 hours. Late and corrected hours are welcome at any time; the figures of their days and months follow in the same moment. Telemetry is not in the ledger.
         *
         *     Scope: Write Driver Efficiency.
         *
         *     Rate limit: 20 requests a second.
         */
        post: operations["postDriverEfficiencyHours"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-efficiency/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the organization scores driver efficiency
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getDriverEfficiencySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how driver efficiency is scored
         * @description Only what is named changes. Scores are worked out when they are asked for, so past periods are scored anew.
         *
         *     Scope: Write Driver Efficiency.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateDriverEfficiencySettings"];
        trace?: never;
    };
    "/driver-efficiency/ranking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drivers or vehicles by overall score, with the change to the period before
         * @description Scores are numbers, also where the settings write letters.
         *
         *     Scope: Read Driver Efficiency.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listDriverEfficiencyRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/driver-efficiency/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The scores and percentages of a driver or vehicle over time
         * @description Scope: Read Driver Efficiency.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getDriverEfficiencySeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List form templates
         * @description All templates, or those of the ids, in their present revisions, page by page.
         *
         *     Scope: Read Form Submissions.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getFormTemplates"];
        put?: never;
        /**
         * Make a form template
         * @description Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createFormTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a form template
         * @description Only what is named changes, sections as a whole. Any change makes a new revision; submissions keep theirs.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateFormTemplate"];
        trace?: never;
    };
    "/form-submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read form submissions by id
         * @description In the order of the ids. One that is unknown is a 404 that names it.
         *
         *     Scope: Read Form Submissions.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getFormSubmissions"];
        put?: never;
        /**
         * Make a form submission and assign it
         * @description It begins as notStarted, empty or with some answers.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["postFormSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a form submission, or move it to another status
         * @description Only what is named changes. Answers come by handing it in: POST /form-submissions/submit.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["patchFormSubmission"];
        trace?: never;
    };
    "/form-submissions/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow form submissions as they change
         * @description Every submission changed in [startTime, endTime), by time of its last change. Without endTime there is always a next page: wait five seconds when one comes back empty. A submission comes again each time it changes.
         *
         *     Scope: Read Form Submissions.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getFormSubmissionsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-submissions/pdf-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a PDF export
         * @description Once it is done, with a link to the PDF; each reading gives a fresh link.
         *
         *     Scope: Read Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        get: operations["getFormSubmissionsPdfExports"];
        put?: never;
        /**
         * Ask for a form submission as PDF
         * @description A job makes it: ask with GET, some seconds apart, until it is done.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["postFormSubmissionsPdfExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/form-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List form templates (older shape)
         * @description Scope: Read Preview.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetFormTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-submissions/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to fill in a form
         * @description From notStarted to inProgress; one that is in progress stays so.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["startFormSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-submissions/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a form
         * @description Takes its answers and scores them. From inProgress it becomes completed or, if its template asks for approval, needsReview; from changesRequested needsReview again. Answers that were there before stay unless they are named; every required question that is asked must have one.
         *
         *     Scope: Write Form Submissions.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["submitFormSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/form-submissions/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List form submissions by search, filter and order
         * @description With names. "Prefer: count" adds the total to the first page.
         *
         *     Scope: Read Form Submissions.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listFormSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import people, vehicles, courses or requirements from a file
         * @description Answers for each row what becomes of it. With `dryRun=true`, and when a row is refused, nothing is written; else all of it in one write. Takes the scopes that writing those objects takes, too. For whoever sees the whole organization.
         *
         *     Scope: Write Imports.
         *
         *     Rate limit: 10 requests a minute.
         */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries of the ledger, newest first
         * @description Who changed which objects, and when. For whoever sees the whole organization.
         *
         *     Scope: Read Ledger.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a verification is, and what it found
         * @description Scope: Read Ledger.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getLedgerVerification"];
        put?: never;
        /**
         * Verify the ledger
         * @description A job recomputes the chain of the organization, and compares the tables with it. While one is under way that one is answered. For whoever sees the whole organization.
         *
         *     Scope: Read Ledger.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["verifyLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what cameras recorded
         * @description Stills and videos of up to 20 vehicles within a day, in order of arrival. Links work for eight hours.
         *
         *     Scope: Read Media Retrieval.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listUploadedMedia"];
        put?: never;
        /**
         * Upload a recording of a camera
         * @description The file is streamed to where files are kept; its content decides what it is, not its name.
         *
         *     Scope: Write Media Retrieval.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["uploadCameraMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/media/retrieval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what became of a media retrieval
         * @description Links work for eight hours.
         *
         *     Scope: Read Media Retrieval.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getMediaRetrieval"];
        put?: never;
        /**
         * Ask a camera for a recording
         * @description The camera sends it when it can. What is asked for in a month has a quota, in seconds of high-resolution video; ten stills count as one second, other video as its length.
         *
         *     Scope: Write Media Retrieval.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["postMediaRetrieval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/cameras/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stills of cameras (older shape)
         * @description Scope: Read Preview.
         *
         *     Rate limit: 100 requests a minute.
         */
        get: operations["previewListUploadedMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/media/retrieval/fulfil": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in the recording that a retrieval asks for
         * @description It becomes available to whoever asked, and is listed with the trigger reason api.
         *
         *     Scope: Write Media Retrieval.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["fulfilMediaRetrieval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cameras/media/retrieval/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a recording will not come
         * @description Scope: Write Media Retrieval.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["failMediaRetrieval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List qualification types
         * @description The types for workers or those for assets, with the fields that their records have.
         *
         *     Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getQualificationTypes"];
        put?: never;
        /**
         * Make a qualification type
         * @description Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createQualificationType"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a qualification type
         * @description Only what is named changes; `fields` is the whole list, and a field that is sent with its id keeps it. A change makes a new revision; records keep the one they were made with.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateQualificationType"];
        trace?: never;
    };
    "/qualification-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read qualification records by id
         * @description Deleted ones are found too. One unknown id is a 404 that names it.
         *
         *     Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getQualificationRecords"];
        put?: never;
        /**
         * Make a qualification record
         * @description Every field that the type requires must have a value. Without an expiration date the record expires when the type says, or never.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["postQualificationRecord"];
        /**
         * Delete a qualification record
         * @description It stays as a tombstone, with recordStatus deleted. There is no body in the reply.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteQualificationRecord"];
        options?: never;
        head?: never;
        /**
         * Change a qualification record
         * @description Only what is sent changes, and of the fields only those that are named; a field without a value is cleared. 1970-01-01T00:00:00Z clears the expiration date.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["patchQualificationRecord"];
        trace?: never;
    };
    "/qualification-records/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a qualification record
         * @description A record that is there already is left alone. There is no body in the reply.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["archiveQualificationRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-records/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an archived qualification record active again
         * @description A record that is there already is left alone. There is no body in the reply.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["unarchiveQualificationRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-records/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow qualification records as they change
         * @description Every record of workers or of assets changed in [startTime, endTime), by time of its last change. Without endTime there is always a next page: wait five seconds when one comes back empty. A record comes again each time it changes.
         *
         *     Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getQualificationRecordsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-types/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a qualification type; its records stay
         * @description Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["archiveQualificationType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-records/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the record that follows another
         * @description The new record names the one it supersedes, which is archived. Values that are not sent are taken over, but media and signatures. A record is renewed once: of two renewals the second is a 400 that names the first.
         *
         *     Scope: Write Qualification Records.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["renewQualificationRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-records/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List qualification records by search, filter and order
         * @description Of workers and assets, with names. "Prefer: count" adds the total to the first page.
         *
         *     Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listQualificationRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/qualification-types/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many records each type has
         * @description Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getQualificationTypeFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/expirations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many qualification records expire when
         * @description Active ones, by the day or week.
         *
         *     Scope: Read Qualification Records.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getExpirations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminder-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When people are reminded, and how the mail server is
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listReminderPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change when people are reminded
         * @description Only what is named changes; a requirement's own policy begins as the organization's. Of the steps that have passed by then at most the last is sent, the others say that it superseded them.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateReminderPolicy"];
        trace?: never;
    };
    "/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who was reminded of what and when, or why not
         * @description A row for each step that came, each recipient a row of their own.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind people of what they lack now, with or without a policy
         * @description Each pair has its outcome. Nobody is reminded of one thing by hand twice a day, nor in quiet hours: then it waits. `dryRun=true` tells the outcomes alone.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["sendReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what can be reported on
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List report configs
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReportConfigs"];
        put?: never;
        /**
         * Make a report config
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createReportConfig"];
        /**
         * Delete a report config with its schedules; its runs stay
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteReportConfig"];
        options?: never;
        head?: never;
        /**
         * Change a report config
         * @description Only what is named changes; columns, filters, groups and order are each replaced as a whole.
         *
         *     Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateReportConfig"];
        trace?: never;
    };
    "/reports/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the runs that this token asked for
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReportRuns"];
        put?: never;
        /**
         * Ask for a report
         * @description The result is one moment’s: what changes later does not change it.
         *
         *     Scope: Write Custom Reports.
         *
         *     Rate limit: 50 requests a hour.
         */
        post: operations["createReportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/runs/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a report, page by page
         * @description There are no rows while the run is pending, nor when it has failed or was canceled.
         *
         *     Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReportRunData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/runs/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a pending run
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["cancelReportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/runs/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The first rows of a report, without a run
         * @description Up to 50 rows as they are at this moment, by the rules of a run. Nothing is kept. What takes longer than five seconds is 400: run it.
         *
         *     Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        post: operations["draftReportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/runs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a whole report as CSV, XLSX or Parquet
         * @description Text in a CSV that a spreadsheet would take for a formula begins with an apostrophe. Text in an XLSX is cut at 32,767 characters a cell and says so there, and rows past 1,048,575 go to another sheet. An organization has at most 4 exports under way; one more is 429.
         *
         *     Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["exportReportRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List report schedules
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listReportSchedules"];
        put?: never;
        /**
         * Run a report config regularly
         * @description Each time that comes is run once. After the server was down the missed times are made up for, the latest 31 of them.
         *
         *     Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createReportSchedule"];
        /**
         * Delete a report schedule; its runs stay
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteReportSchedule"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a report schedule
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateReportSchedule"];
        trace?: never;
    };
    "/preview/custom-reports/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List report configs (older shape)
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetCustomReportConfigs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/custom-reports/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs of report configs (older shape)
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetCustomReportRuns"];
        put?: never;
        /**
         * Run a report config (older shape)
         * @description Scope: Write Custom Reports.
         *
         *     Rate limit: 240 requests a day.
         */
        post: operations["previewPostCustomReportRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/custom-reports/runs/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a report, page by page (older shape)
         * @description Scope: Read Custom Reports.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetCustomReportRunData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requirements as last written
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listRequirements"];
        put?: never;
        /**
         * Draft a requirement
         * @description It applies to nobody until it is published.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is written of a requirement
         * @description Only what is named changes; trees and lists are each replaced as a whole, and null takes away what may be left out. The revision in force stays until the change is published.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateRequirement"];
        trace?: never;
    };
    "/requirements/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put what is written into force
         * @description Makes a revision that holds from now on; what was so before stays so. Statuses follow within seconds.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["publishRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirements/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a requirement; its past stays
         * @description Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["archiveRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirements/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What publishing would make of whom
         * @description Takes a draft, or an `id` with changes, and answers how many would become what, the people of each change by name, and the assignments it would make. Nothing is written. The first page has the counts of everybody.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["simulateRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirement-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who meets what
         * @description Kept statuses, which follow every change within a second or so; `asOfSeq` says up to which entry of the ledger. With `subjectIds` they are worked out at once, for any moment. "Prefer: count" adds counts to the first page.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listRequirementStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirement-statuses/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why somebody has a status, at any moment
         * @description Works the status out from all that is known, or for an earlier moment from all that was known then, and names every fact that it follows from.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["explainRequirementStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirement-statuses/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody and every requirement at a glance
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getRequirementStatusMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/requirement-statuses/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow statuses as they change
         * @description Every status that was found to differ in [startTime, endTime), by time of that. Without endTime there is always a next page: wait five seconds when one comes back empty.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getRequirementStatusesStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The share of what is needed that is met
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readiness/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That share, day by day
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReadinessHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readiness/lapses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much of what is met lapses, week by week
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getReadinessLapses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to do today
         * @description Grouped by what it costs not to do it: counts, and the first ten of each.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eligibility/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who may work, with which vehicle, when
         * @description Allow, warn or block for each subject, with the reasons, their citations, and when time alone will make it harder. Worked out from all that is known at that moment, never from kept statuses. Of a requirement that blocks, only what is overdue blocks; an override makes a block a warning.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["checkEligibility"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/eligibility/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List overrides, whether or not they have begun or ended
         * @description With `requirementIds` only overrides that name one of them, not those of all requirements.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listEligibilityOverrides"];
        put?: never;
        /**
         * Let somebody work though a requirement blocks it
         * @description The status stays what it is. It ends by itself, and whoever makes it answers for it.
         *
         *     Scope: Write Eligibility Overrides.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createEligibilityOverride"];
        /**
         * End an override now; the ledger keeps it
         * @description Scope: Write Eligibility Overrides.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteEligibilityOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who need not meet what, whether or not it has begun or ended
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listWaivers"];
        put?: never;
        /**
         * Lift a requirement for a person or vehicle
         * @description While it holds, their status is `waived`. Statuses follow within seconds.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createWaiver"];
        /**
         * Take a waiver back; the ledger keeps it
         * @description Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteWaiver"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/occurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened, the latest first
         * @description Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listOccurrences"];
        put?: never;
        /**
         * Tell what happened to a person or vehicle
         * @description Requirements that name its type may fall due sooner. With an `externalId` it can be told again: what is known already is a 200 and changes nothing, and other facts under the same type and externalId are a 400.
         *
         *     Scope: Write Requirements.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createOccurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has signed in, and what they may do
         * @description For whoever has signed in; no token may.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with a password
         * @description Answers the session and keeps it in a cookie. Whatever is wrong, the answer is the same; after five attempts at a name each next one has to wait longer.
         *
         *     Needs neither a token nor a session.
         */
        post: operations["createSession"];
        /**
         * Sign out
         * @description For whoever has signed in; no token may.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code of a link, once
         * @description Looking at a link spends nothing: its code stands after the `#`, and only this operation uses it. An invitation takes the password that it is to be from now on; a code on a screen or on paper takes a PIN, and the device is known by it until it is ended.
         *
         *     Needs neither a token nor a session.
         */
        post: operations["createSessionByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link sent that signs in once
         * @description Good for 15 minutes. The answer is the same whether or not anybody has the address. 409 where no mail server is set.
         *
         *     Needs neither a token nor a session.
         */
        post: operations["sendSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How people sign in here, and whether the first administrator is still to be made
         * @description Needs neither a token nor a session.
         */
        get: operations["getSetUp"];
        put?: never;
        /**
         * Name the organization and make its first administrator
         * @description With the code of the link that the first start printed, once. Signs the administrator in.
         *
         *     Needs neither a token nor a session.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may sign in, and as what
         * @description Scope: Read Accounts.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Give somebody an account
         * @description Of a person of the directory, or of a user who is added by it. They sign in by an invitation (`POST /sign-in-codes`).
         *
         *     Scope: Write Accounts.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createAccount"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a role, its tags, or whether somebody may sign in
         * @description Only what is named changes. Whoever was signed in is signed out.
         *
         *     Scope: Write Accounts.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/session/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where whoever asks has signed in
         * @description For whoever has signed in; no token may.
         */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out on another device of one’s own
         * @description For whoever has signed in; no token may.
         */
        delete: operations["deleteOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one’s own password
         * @description Signs out everywhere else; the session that asks goes on under another cookie.
         *
         *     For whoever has signed in; no token may.
         */
        post: operations["changeOwnPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who has signed in, and where
         * @description Scope: Read Accounts.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Sign somebody out on a device
         * @description Scope: Write Accounts.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the codes that are still good, without what they are
         * @description Scope: Read Accounts.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSignInCodes"];
        put?: never;
        /**
         * Make a code that signs somebody in, once
         * @description Withdraws the ones that they had. Only whoever may write accounts makes codes of others than learners.
         *
         *     Scope: Write Sign-in Codes.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createSignInCode"];
        /**
         * Withdraw a code
         * @description Scope: Write Sign-in Codes.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteSignInCode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List attempts to sign in that failed, the latest first
         * @description Of people there are. Attempts at names that nobody has are not kept.
         *
         *     Scope: Read Accounts.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSignInFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a PIN, on the device that it was chosen on
         * @description For learners. Five wrong PINs in a row end the device.
         *
         *     Needs neither a token nor a session.
         */
        post: operations["createSessionByPin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the devices that take a PIN
         * @description Scope: Read Accounts.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSignInDevices"];
        put?: never;
        post?: never;
        /**
         * Have a device take no PIN any more
         * @description Who has signed in on it stays so: `DELETE /sessions` ends that.
         *
         *     Scope: Write Sign-in Codes.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteSignInDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drivers, users and vehicles in one list
         * @description Each with its tags and how many of its requirements are what. "Prefer: count" adds the total to the first page.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSubjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subjects/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person or vehicle on one page
         * @description Who it is, what is needed of it and how it stands, its papers and its training. Papers and training are left out for whoever may not read them.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getSubjectSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subjects/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a person or vehicle
         * @description From the ledger, with a sentence for each. Of the kinds of objects that the token may read; of all with "Read Ledger" and no limit to tags.
         *
         *     Scope: Read Requirements.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listSubjectTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens, without their text, which nobody can read again
         * @description Scope: Read API Tokens.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token
         * @description It acts as a user of its own. Nobody gives one scopes that they do not have.
         *
         *     Scope: Write API Tokens.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createToken"];
        /**
         * Revoke a token; servers stop taking it within a second
         * @description Scope: Write API Tokens.
         *
         *     Rate limit: 100 requests a minute.
         */
        delete: operations["deleteToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scopes that you can give a token
         * @description Scope: Read API Tokens.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listTokenScopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List training courses
         * @description All courses but drafts, whatever their status, page by page.
         *
         *     Scope: Read Training Courses.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getTrainingCourses"];
        put?: never;
        /**
         * Make a course
         * @description Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createTrainingCourse"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a course
         * @description Only what is named changes. Another title, description or length makes a new revision; assignments keep theirs.
         *
         *     Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        patch: operations["updateTrainingCourse"];
        trace?: never;
    };
    "/training-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read assignments by id
         * @description Scope: Read Training Assignments.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getTrainingAssignments"];
        put?: never;
        /**
         * Assign a course to learners
         * @description Everything is in the query. A learner who has not finished the course keeps the assignment there is.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["postTrainingAssignments"];
        /**
         * Delete assignments
         * @description Answers 204 whatever became of each id. With the header `Prefer: return=representation` it answers 200 and an outcome for each id.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        delete: operations["deleteTrainingAssignments"];
        options?: never;
        head?: never;
        /**
         * Change the due time of assignments
         * @description All or none: one unknown id is a 404 that names it.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        patch: operations["patchTrainingAssignments"];
        trace?: never;
    };
    "/training-assignments/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow training assignments as they change
         * @description Every assignment changed in [startTime, endTime), by time of its last change, deleted ones with deletedAtTime. Without endTime there is always a next page: wait five seconds when one comes back empty. An assignment comes again each time it changes.
         *
         *     Scope: Read Training Assignments.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getTrainingAssignmentsStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/training-courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List training courses (older shape)
         * @description Scope: Read Preview.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["previewGetTrainingCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/preview/training-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete assignments
         * @description Answers 204 whatever became of each id. With the header `Prefer: return=representation` it answers 200 and an outcome for each id.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        delete: operations["previewDeleteTrainingAssignments"];
        options?: never;
        head?: never;
        /**
         * Change the due time of assignments
         * @description All or none: one unknown id is a 404 that names it.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        patch: operations["previewPatchTrainingAssignments"];
        trace?: never;
    };
    "/training-courses/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a course assignable
         * @description Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["publishTrainingCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-courses/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a course; its assignments in progress are deleted
         * @description Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["archiveTrainingCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-courses/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a course and all its assignments, as tombstones
         * @description Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["deleteTrainingCourse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-course-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List course categories
         * @description Scope: Read Training Courses.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listTrainingCourseCategories"];
        put?: never;
        /**
         * Make a course category
         * @description Scope: Write Training Courses.
         *
         *     Rate limit: 100 requests a minute.
         */
        post: operations["createTrainingCourseCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-courses/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many have each course
         * @description Scope: Read Training Assignments.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["getTrainingCourseFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-assignments/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an assignment
         * @description One that is begun already is left as it is.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["startTrainingAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-assignments/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record the time spent
         * @description Begins the assignment if that has not happened.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["progressTrainingAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-assignments/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete an assignment
         * @description Decides for good whether it was late.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["completeTrainingAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-assignments/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take back a completion
         * @description The completion stays in the ledger.
         *
         *     Scope: Write Training Assignments.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["reopenTrainingAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training-assignments/list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List assignments by search, filter and order
         * @description Drivers’ and users’, with names. "Prefer: count" adds the total to the first page.
         *
         *     Scope: Read Training Assignments.
         *
         *     Rate limit: 5 requests a second.
         */
        get: operations["listTrainingAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/record/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Training records, newest first
         * @description Scope: Read Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["listTrainingRecords"];
        put?: never;
        /**
         * Assign a package, or record a training that was done
         * @description The state follows the dates: completed, in progress, or assigned.
         *
         *     Scope: Write Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["createTrainingRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/record/{api_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One training record
         * @description Scope: Read Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["getTrainingRecord"];
        /**
         * Replace a training record
         * @description A date that is absent or null is taken away; without date_completed it is open again.
         *
         *     Scope: Write Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        put: operations["replaceTrainingRecord"];
        post?: never;
        /**
         * Delete a training record
         * @description Scope: Write Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        delete: operations["deleteTrainingRecord"];
        options?: never;
        head?: never;
        /**
         * Change fields of a training record
         * @description What is not sent stays; a date that is null is taken away.
         *
         *     Scope: Write Training Records.
         *
         *     Rate limit: 10 requests a second.
         */
        patch: operations["updateTrainingRecord"];
        trace?: never;
    };
    "/training/package/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Training packages by name
         * @description Scope: Read Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["listTrainingPackages"];
        put?: never;
        /**
         * Make a training package
         * @description It can be assigned at once, unless it is made inactive.
         *
         *     Scope: Write Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        post: operations["createTrainingPackage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/training/package/{api_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One training package
         * @description Scope: Read Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        get: operations["getTrainingPackage"];
        /**
         * Replace a training package
         * @description A description that is absent or null is taken away; is_active that is absent stays.
         *
         *     Scope: Write Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        put: operations["replaceTrainingPackage"];
        post?: never;
        /**
         * Delete a training package
         * @description Refused while it has records, unless they are to be deleted with it.
         *
         *     Scope: Write Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        delete: operations["deleteTrainingPackage"];
        options?: never;
        head?: never;
        /**
         * Change fields of a training package
         * @description What is not sent stays.
         *
         *     Scope: Write Training Packages.
         *
         *     Rate limit: 10 requests a second.
         */
        patch: operations["updateTrainingPackage"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /** @description Id of the person whose account it is. */
            id: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType: "driver" | "user";
            /**
             * @description What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves.
             * @enum {string}
             */
            role: "administrator" | "manager" | "viewer" | "learner";
            /** @description The tags that a manager or viewer is limited to; absent for the whole organization. */
            tagIds?: string[];
            /**
             * @description Whether they may sign in.
             * @enum {string}
             */
            status: "active" | "disabled";
            /**
             * Format: date-time
             * @description When they got the account. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /** @description Full name; absent for somebody who was deleted. */
            name?: string;
            /** @description Name that they sign in with. */
            login?: string;
        };
        ApiToken: {
            /**
             * Format: uuid
             * @description Id of the token.
             */
            id: string;
            /** @description What uses it. */
            name: string;
            /** @description The user that it acts as. */
            userId: string;
            /** @description What it may do. */
            scopes: string[];
            /** @description The tags that it is limited to; absent for the whole organization. */
            tagIds?: string[];
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When it was revoked. RFC 3339, UTC.
             */
            revokedAtTime?: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; absent until it is. RFC 3339, UTC.
             */
            seenAtTime?: string;
        };
        ArchiveQualificationTypeReply: {
            data: components["schemas"]["QualificationType"];
        };
        ArchiveRequirementReply: {
            data: components["schemas"]["Requirement"];
        };
        ArchiveTrainingCourseReply: {
            data: components["schemas"]["TrainingCourse"];
        };
        AskForLink: {
            /** @description Email of a user who has an account. */
            email: string;
        };
        AskedRequirementStatus: {
            /**
             * Format: uuid
             * @description Id of the kept status, where it is one.
             */
            id?: string;
            /**
             * Format: uuid
             * @description The requirement.
             */
            requirementId: string;
            subject: components["schemas"]["SubjectRef"];
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /** @description True when something that would satisfy it is under way. */
            isInHand: boolean;
            /**
             * Format: date-time
             * @description Since when it is so. RFC 3339, UTC.
             */
            since: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
            /**
             * Format: date-time
             * @description By when it is to be satisfied, for the first time or again. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment before it is overdue. RFC 3339, UTC.
             */
            graceUntil?: string;
            /**
             * Format: date-time
             * @description When time alone will change any of this. RFC 3339, UTC.
             */
            nextChangeAt?: string;
            /**
             * Format: date-time
             * @description When the kept status was last found to differ. RFC 3339, UTC.
             */
            updatedAtTime?: string;
        };
        AssignedDriver: {
            /** @description Id of the driver. */
            id: string;
            /** @description Name of the driver. */
            name: string;
        };
        AssignedVehicle: {
            /** @description Id of the vehicle. */
            id: string;
            /** @description Name of the vehicle. */
            name: string;
        };
        Attention: {
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
            /** @description In the order of urgency. */
            groups: components["schemas"]["AttentionGroup"][];
        };
        AttentionGroup: {
            /**
             * @description What it costs not to do it: `blocked` from work, `overdue`, `expired` within its grace, `dueThisWeek`, or `expiring`.
             * @enum {string}
             */
            kind: "blocked" | "overdue" | "expired" | "dueThisWeek" | "expiring";
            /** @description How many there are. */
            count: number;
            /** @description The first ten, those that are due first. */
            items: components["schemas"]["AttentionItem"][];
        };
        AttentionItem: {
            subject: components["schemas"]["AttentionSubject"];
            requirement: components["schemas"]["AttentionRequirement"];
            status: components["schemas"]["RequirementStatusName"];
            /** @description True when something that would satisfy it is under way. */
            isInHand: boolean;
            /**
             * Format: date-time
             * @description By when it is to be satisfied. RFC 3339, UTC.
             */
            dueAt?: string;
        };
        /** @description What is required. */
        AttentionRequirement: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            severity: components["schemas"]["RequirementSeverity"];
        };
        /** @description Whom it concerns. */
        AttentionSubject: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
        };
        Attribute: {
            /** @description Id of the attribute. */
            id: string;
            /** @description Name of the attribute. */
            name: string;
            /**
             * @description What the attribute is for: drivers, or assets, which are vehicles here.
             * @enum {string}
             */
            entityType: "driver" | "asset";
            /**
             * @description What its values are; the select types offer a fixed list, the others take any value.
             * @enum {string}
             */
            attributeType: "single-select" | "multi-select" | "text" | "freeform-multi-select" | "number" | "date";
            /**
             * @description Unit of the numbers; only of the number type.
             * @enum {string}
             */
            unit?: "NO_UNIT" | "METER" | "POUND" | "TON" | "KILOGRAM" | "INCH" | "FOOT" | "GALLON" | "LITER" | "BARREL" | "POUND_PER_SQUARE_INCH" | "BAR" | "KILOPASCAL" | "FAHRENHEIT" | "CELSIUS" | "USD" | "CAD" | "EUR" | "GBP" | "MXN" | "HOUR" | "MINUTE" | "DAY" | "MILE_PER_HOUR" | "KILOMETER_PER_HOUR" | "HORSEPOWER" | "KILOWATT" | "BTU_PER_HOUR" | "KILOWATT_HOUR" | "BTU" | "HERTZ" | "REVOLUTION_PER_MINUTE" | "DECIBEL";
            /** @description Offered texts, of the select types. */
            stringValues?: string[];
            /** @description Offered numbers, of the number type. */
            numberValues?: number[];
            /** @description The offered values with their ids. */
            values?: components["schemas"]["AttributeValue"][];
        };
        AttributeEntity: {
            /** @description Id of the driver or vehicle, as a number. */
            entityId: number;
            /** @description Its name. */
            name: string;
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
            /** @description Its texts. */
            stringValues?: string[];
            /** @description Its numbers, in the unit. */
            numberValues?: number[];
            /** @description Its days, YYYY-MM-DD. */
            dateValues?: string[];
            /** @description Its values with their ids. */
            values: components["schemas"]["AttributeValue"][];
        };
        AttributeEntityInput: {
            /** @description Id of the driver or vehicle. */
            entityId?: string;
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description All its texts. */
            stringValues?: string[];
            /** @description All its numbers. */
            numberValues?: number[];
            /** @description All its days, YYYY-MM-DD. */
            dateValues?: string[];
        };
        AttributeExpanded: {
            /** @description Id of the attribute. */
            id: string;
            /** @description Name of the attribute. */
            name: string;
            /**
             * @description What the attribute is for: drivers, or assets, which are vehicles here.
             * @enum {string}
             */
            entityType: "driver" | "asset";
            /**
             * @description What its values are; the select types offer a fixed list, the others take any value.
             * @enum {string}
             */
            attributeType: "single-select" | "multi-select" | "text" | "freeform-multi-select" | "number" | "date";
            /**
             * @description Unit of the numbers; only of the number type.
             * @enum {string}
             */
            unit?: "NO_UNIT" | "METER" | "POUND" | "TON" | "KILOGRAM" | "INCH" | "FOOT" | "GALLON" | "LITER" | "BARREL" | "POUND_PER_SQUARE_INCH" | "BAR" | "KILOPASCAL" | "FAHRENHEIT" | "CELSIUS" | "USD" | "CAD" | "EUR" | "GBP" | "MXN" | "HOUR" | "MINUTE" | "DAY" | "MILE_PER_HOUR" | "KILOMETER_PER_HOUR" | "HORSEPOWER" | "KILOWATT" | "BTU_PER_HOUR" | "KILOWATT_HOUR" | "BTU" | "HERTZ" | "REVOLUTION_PER_MINUTE" | "DECIBEL";
            /** @description Offered texts, of the select types. */
            stringValues?: string[];
            /** @description Offered numbers, of the number type. */
            numberValues?: number[];
            /** @description The offered values with their ids. */
            values?: components["schemas"]["AttributeValue"][];
            /** @description The drivers or vehicles that have a value. */
            entities: components["schemas"]["AttributeEntity"][];
        };
        AttributeOnEntity: {
            /** @description Id of the attribute. */
            id?: string;
            /** @description Name of the attribute. */
            name?: string;
            /** @description Text values, of the text and select types. */
            stringValues?: string[];
            /** @description Numbers, in the attribute's unit, of the number type. */
            numberValues?: number[];
            /** @description Days as YYYY-MM-DD, of the date type. */
            dateValues?: string[];
        };
        AttributeValue: {
            /** @description Id of the value, as attributeValueIds takes it. */
            id: string;
            /** @description The value as text. */
            stringValue: string;
        };
        /**
         * @description What is wired to this auxiliary input.
         * @enum {string}
         */
        AuxInputType: "none" | "emergencyLights" | "emergencyAlarm" | "stopPaddle" | "powerTakeOff" | "plow" | "sweeper" | "salter" | "reefer" | "door" | "boom" | "auxiliaryEngine" | "generator" | "eightWayLights" | "panicButton" | "privacyButton" | "frontAxleDrive" | "weightSensor" | "other" | "secondaryFuelSource" | "ecuPowerTakeOff";
        BadFile: {
            /** @description Id of the file. */
            fileId: string;
            /** @description The kind of object that names it. */
            resource: string;
            /** @description The id of that object. */
            id: string;
            /** @description The entry that names it. */
            seq: string;
            /** @description What is wrong. */
            problem: string;
        };
        /**
         * @description Camera input.
         * @enum {string}
         */
        CameraInput: "dashcamRoadFacing" | "dashcamDriverFacing" | "analog1" | "analog2" | "analog3" | "analog4";
        CameraMedia: {
            /** @description Id of the vehicle that the camera is in. */
            vehicleId: string;
            mediaType: components["schemas"]["CameraMediaType"];
            /**
             * Format: date-time
             * @description When the recording begins; of a still, when it was taken. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it ends; of a still, its startTime. RFC 3339, UTC.
             */
            endTime: string;
            cameraRole?: components["schemas"]["CameraRole"];
            urlInfo?: components["schemas"]["MediaUrl"];
            /**
             * @description Camera input; requests call the dashcam’s by other names.
             * @enum {string}
             */
            input: "dashcamForwardFacing" | "dashcamInwardFacing" | "analog1" | "analog2" | "analog3" | "analog4";
            /**
             * @description Why it was recorded.
             * @enum {string}
             */
            triggerReason: "api" | "panicButton" | "periodicStill" | "rfidEvent" | "safetyEvent" | "tripEndStill" | "tripStartStill" | "videoRetrieval";
            /**
             * Format: date-time
             * @description When it arrived here; no two uploads of an organization have the same. RFC 3339, UTC.
             */
            availableAtTime: string;
        };
        /**
         * @description Still, video, or video sped up.
         * @enum {string}
         */
        CameraMediaType: "image" | "videoHighRes" | "videoLowRes" | "hyperlapse";
        /**
         * @description Where on the vehicle the camera is mounted.
         * @enum {string}
         */
        CameraRole: "leftMirrorMount" | "leftSide" | "rightMirrorMount" | "rightSide" | "rearHigh" | "rearBumper" | "inCab" | "front" | "hopper" | "other1" | "other2" | "other3" | "other4" | "leftBev" | "rightBev" | "rearBev" | "frontBev" | "otherBev" | "bevNotUsed";
        CancelReportRunReply: {
            data: components["schemas"]["ReportRun"];
        };
        /** @description The category, by id or by name. */
        CategoryRef: {
            /** @description Id of an existing category. */
            id?: string;
            /** @description Name of a category, made if there is none. */
            name?: string;
        };
        Change: {
            /** @description The place right after this change, for `after`. */
            cursor: string;
            /** @description The entry of the ledger; a decimal number as text. */
            seq: string;
            /**
             * Format: date-time
             * @description When it was written. RFC 3339, UTC.
             */
            at: string;
            /** @description Who wrote it, such as user-4392. */
            actor: string;
            /** @description The kind of object: trainingAssignment. */
            resource: string;
            /** @description Its id. */
            id: string;
            /** @description What was done with it: create, update, delete, or what time did, such as overdue. */
            operation: string;
            /** @description The object's own facts once it was done, as the ledger has them: ids of others and never their names. Null for what is deleted, or was erased since. */
            document: {
                [key: string]: unknown;
            } | null;
        };
        ChangePassword: {
            /** @description The password until now, where there is one. */
            currentPassword?: string;
            /** @description Password from now on: at least 10 characters. */
            password: string;
        };
        CheckEligibility: {
            /** @description Up to 1,000 people and vehicles: 281474, driver-281474 or key:value. */
            subjectIds: string[];
            /** @description The vehicle that they would work with: what blocks it blocks them. */
            vehicleId?: string;
            /**
             * Format: date-time
             * @description The beginning of the work; now unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Its end; its beginning unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            until?: string;
        };
        CheckEligibilityReply: {
            data: components["schemas"]["EligibilityCheck"];
        };
        CompleteTrainingAssignment: {
            /** @description Id of the assignment. */
            id: string;
            /** @description Quiz score from 0 to 100. */
            scorePercent?: number;
            /** @description Time spent so far in all, in minutes; never less than before. */
            durationMinutes?: number;
            /**
             * Format: date-time
             * @description When the learner finished; now unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            completedAtTime?: string;
        };
        CompleteTrainingAssignmentReply: {
            data: components["schemas"]["TrainingAssignment"];
        };
        CourseLabelInput: {
            /**
             * @description Family of the label.
             * @enum {string}
             */
            name: "safety";
            /**
             * @description Driving behavior that the course addresses.
             * @enum {string}
             */
            type: "accel" | "braking" | "crashSharpTurn" | "rolloverProtection" | "yawControl" | "speeding" | "rolledStopSign" | "tileRollingRailroad" | "seatbeltPolicy" | "nearCollision" | "phonePolicy" | "drowsy" | "defensiveDriving" | "driverObstructionPolicy" | "didNotYield" | "distractedDriving" | "tailgating" | "laneDeparture" | "lateResponse" | "ranRedLight" | "forwardCollisionWarning" | "foodDrinkPolicy" | "smokingPolicy" | "maskPolicy" | "maxSpeed" | "severeSpeeding" | "drinkPolicy" | "foodPolicy" | "unknown";
        };
        CreateAccount: {
            /** @description Whose account it is: `user-4392`, `driver-281474`, or `key:value`. Absent for somebody new. */
            personId?: string;
            /** @description First and last name of a user to add. */
            name?: string;
            /** @description Email of a user to add. */
            email?: string;
            /**
             * @description What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves.
             * @enum {string}
             */
            role: "administrator" | "manager" | "viewer" | "learner";
            /** @description Tags that a manager or viewer is limited to, with those below them; null for the whole organization. */
            tagIds?: string[] | null;
        };
        CreateAccountReply: {
            data: components["schemas"]["Account"];
        };
        CreateAttribute: {
            /** @description Name, unique among drivers or assets. */
            name: string;
            /**
             * @description What the attribute is for: drivers, or assets, which are vehicles here.
             * @enum {string}
             */
            entityType: "driver" | "asset";
            /**
             * @description What its values are; the select types offer a fixed list, the others take any value.
             * @default multi-select
             * @enum {string}
             */
            attributeType: "single-select" | "multi-select" | "text" | "freeform-multi-select" | "number" | "date";
            /**
             * @description Unit of the numbers; only of the number type.
             * @enum {string}
             */
            unit?: "NO_UNIT" | "METER" | "POUND" | "TON" | "KILOGRAM" | "INCH" | "FOOT" | "GALLON" | "LITER" | "BARREL" | "POUND_PER_SQUARE_INCH" | "BAR" | "KILOPASCAL" | "FAHRENHEIT" | "CELSIUS" | "USD" | "CAD" | "EUR" | "GBP" | "MXN" | "HOUR" | "MINUTE" | "DAY" | "MILE_PER_HOUR" | "KILOMETER_PER_HOUR" | "HORSEPOWER" | "KILOWATT" | "BTU_PER_HOUR" | "KILOWATT_HOUR" | "BTU" | "HERTZ" | "REVOLUTION_PER_MINUTE" | "DECIBEL";
            /** @description All texts to offer, for the select types. */
            stringValues?: string[];
            /** @description All numbers to offer, for the number type. */
            numberValues?: number[];
            /** @description Drivers or vehicles to give values to, each by id or by an external id; others stay. */
            entities?: components["schemas"]["AttributeEntityInput"][];
        };
        CreateAttributeReply: {
            data: components["schemas"]["AttributeExpanded"];
        };
        CreateDirectoryUser: {
            /** @description Email address, unique among users. */
            email: string;
            /** @description First name, 1 to 127 characters. */
            first_name: string;
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description Last name, at most 127 characters. */
            last_name?: string | null;
            /** @description Job title, at most 255 characters. */
            job_title?: string | null;
            /** @description The manager: an api_id, a directory id or an external id key:value; null for none. */
            manager_api_id?: string | null;
            /** @description Whether the person works now; true for a new one. */
            is_active?: boolean;
        };
        CreateDriver: {
            /** @description Full name. */
            name: string;
            /** @description Name to sign in with: no spaces, no @, unique. */
            username: string;
            /** @description Password to sign in with. Kept as a salted hash and never shown. */
            password: string;
            carrierSettings?: components["schemas"]["DriverCarrier"];
            /** @description Code printed on the ID card that the driver holds. */
            currentIdCardCode?: string;
            /** @description May claim the adverse weather exemption in driving logs. */
            eldAdverseWeatherExemptionEnabled?: boolean;
            /** @description May claim the big day exemption in driving logs. */
            eldBigDayExemptionEnabled?: boolean;
            /**
             * @description Hour at which a logging day begins: 0 or 12.
             * @enum {integer}
             */
            eldDayStartHour?: 0 | 12;
            /** @description Needs no electronic driving log. */
            eldExempt?: boolean;
            /** @description Why no electronic driving log is needed. */
            eldExemptReason?: string;
            /** @description May log personal conveyance. */
            eldPcEnabled?: boolean;
            /** @description May log yard moves. */
            eldYmEnabled?: boolean;
            /** @description Driving features are hidden in the app. */
            hasDrivingFeaturesHidden?: boolean;
            /** @description May leave a pinned vehicle. */
            hasVehicleUnpinningEnabled?: boolean;
            hosSetting?: components["schemas"]["DriverHosSetting"];
            /**
             * @description Country whose conventions the driver's app follows.
             * @enum {string}
             */
            locale?: "us" | "at" | "be" | "ca" | "gb" | "fr" | "de" | "ie" | "it" | "lu" | "mx" | "nl" | "es" | "ch" | "pr";
            /** @description Free notes. */
            notes?: string;
            /** @description Phone number. */
            phone?: string;
            /** @description Where a picture of the driver is. */
            profileImageUrl?: string;
            /** @description Number of the tachograph card. */
            tachographCardNumber?: string;
            /** @description IANA time zone of the driver's home terminal. */
            timezone?: string;
            usDriverRulesetOverride?: components["schemas"]["DriverRulesetOverride"] | null;
            /** @description May log waiting time. */
            waitingTimeDutyStatusEnabled?: boolean;
            /** @description Number of the driving license; with licenseState it is unique. */
            licenseNumber?: string;
            /** @description State or province that issued the license. */
            licenseState?: string;
            /** @description Attributes to set, each named by id or name, with all its values; attributes not listed stay as they are, an attribute without values is taken off. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Tag of the peer group; empty for none. */
            peerGroupTagId?: string;
            /** @description Tag whose trailers the driver sees; empty for none. */
            trailerGroupTagId?: string;
            /** @description Tag whose vehicles the driver sees; empty for none. */
            vehicleGroupTagId?: string;
            /** @description Vehicle that is always this driver’s; empty or 0 for none. */
            staticAssignedVehicleId?: string;
            /** @description Accepted and not kept: pictures are only kept by URL. */
            profileImageBase64?: string;
            /** @description All tags of this object, by id. A token that is limited to tags must name one of them. */
            tagIds?: string[];
        };
        CreateDriverReply: {
            data: components["schemas"]["Driver"];
        };
        CreateEligibilityOverride: {
            /** @description The person or vehicle: 281474, driver-281474, vehicle-281474 or key:value. */
            subjectId: string;
            /**
             * Format: uuid
             * @description The requirement to override; all of them unless given.
             */
            requirementId?: string;
            /**
             * Format: date-time
             * @description Its first moment; now unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Its last moment, at most 366 days after the first. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            until: string;
            /** @description Why, up to 1,000 characters. */
            reason: string;
        };
        CreateEligibilityOverrideReply: {
            data: components["schemas"]["EligibilityOverride"];
        };
        CreateFormSubmission: {
            /** @description What is to be filled in. */
            formTemplate: {
                /** @description Id of the template. */
                id: string;
                /** @description A revision of it; the present one if absent. */
                revisionId?: string;
            };
            /**
             * @description Submissions begin as notStarted.
             * @enum {string}
             */
            status: "notStarted";
            /** @description Its title, at most 255 characters. */
            title?: string;
            /** @description Answers to fields of the template. */
            fields?: components["schemas"]["PrefilledFormField"][];
            /**
             * Format: date-time
             * @description When it is due. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            dueAtTime?: string;
            /** @description The route stop that it belongs to, kept as it is sent. */
            routeStopId?: string;
            /** @description Whether whoever it is assigned to has to complete it; true if absent and assigned. */
            isRequired?: boolean;
            /** @description Who is to fill it in. */
            assignedTo?: {
                /** @description Id of the person, or an external id key:value. */
                id: string;
                /**
                 * @description Kind of person.
                 * @enum {string}
                 */
                type: "driver" | "user";
            };
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        CreateFormTemplate: {
            /** @description Title of the form, 1 to 255 characters. */
            title: string;
            /** @description What it is for, at most 10,000 characters. */
            description?: string;
            /**
             * @description What the form is about.
             * @enum {string}
             */
            formCategory?: "general" | "routing" | "fuel" | "safety" | "assetInspection";
            approvalConfig?: components["schemas"]["FormApprovalConfigInput"];
            /** @description The sections with their fields, 1 to 100; they replace all there were. */
            sections: components["schemas"]["FormSectionInput"][];
        };
        CreateFormTemplateReply: {
            data: components["schemas"]["FormTemplate"];
        };
        CreateLedgerVerification: {
            /** @description True reads every stored file and compares it with its SHA-256; false unless given. */
            withFiles?: boolean;
        };
        CreateMediaRetrieval: {
            /** @description The vehicle, by id or by external id `key:value`. */
            vehicleId: string;
            /** @description The camera inputs to record from; each counts once. */
            inputs: components["schemas"]["CameraInput"][];
            mediaType: components["schemas"]["CameraMediaType"];
            /**
             * Format: date-time
             * @description When the recording begins; of a still, when it is taken. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it ends. Of a still, its startTime; of a video, a second after it or more, and at most 1 minute for videoHighRes, 10 minutes for videoLowRes, 40 minutes for hyperlapse. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            endTime: string;
        };
        CreateOccurrence: {
            /** @description The person or vehicle: 281474, driver-281474, vehicle-281474 or key:value. */
            subjectId: string;
            /** @description What happened, as requirements name it: `collision`. Compared letter by letter, so that lower case is best; spaces around it are left out. */
            type: string;
            /**
             * Format: date-time
             * @description When it happened, not in the future. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            at: string;
            /** @description What you call it: of one type and external id there is one occurrence. */
            externalId?: string;
            /** @description What else is known of it: up to 20 names of 1 to 60 characters, each with a text of up to 1,000 characters, a number, true or false. */
            details?: {
                [key: string]: string | number | boolean;
            };
        };
        CreateOccurrenceReply: {
            data: components["schemas"]["Occurrence"];
        };
        CreateQualificationRecord: {
            qualificationType: components["schemas"]["QualificationTypeInput"];
            owner: components["schemas"]["QualificationOwnerInput"];
            /**
             * Format: date-time
             * @description Since when it holds. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            issueDate: string;
            /**
             * Format: date-time
             * @description When it expires; 1970-01-01T00:00:00Z stands for never. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            expirationDate?: string;
            /** @description Values of fields of the type; fields that are not named stay as they are. */
            fields?: components["schemas"]["QualificationFieldInput"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        CreateQualificationType: {
            /** @description Name of the qualification, 1 to 255 characters. */
            name: string;
            /**
             * @description Whose qualification it is: a driver or user (worker) or a vehicle (asset).
             * @enum {string}
             */
            entityType: "worker" | "asset";
            /** @description What a record is asked for, at most 100 fields. Field types: number, text, multiple_choice, check_boxes, datetime, signature, media, table. */
            fields: components["schemas"]["FormFieldInput"][];
            /** @description When records expire; they need not unless this says so. */
            expiration?: {
                /** @description Whether every record must say when it expires. */
                required: boolean;
                /** @description A record made without an expiration date expires this many months after its issue date, 1 to 1,200. */
                monthsAfterIssue?: number;
            };
        };
        CreateQualificationTypeReply: {
            data: components["schemas"]["QualificationType"];
        };
        CreateReportConfig: {
            /** @description What people call it. */
            name: string;
            /** @description The dataset that it reports on. */
            datasetId: string;
            /** @description What the report shows, in this order. */
            columns: components["schemas"]["ReportColumnInput"][];
            filters?: components["schemas"]["ReportFiltersInput"];
            /** @description Ours: one row for each combination of these fields’ values; every other column is an aggregate. Empty: no groups. */
            groupBy?: string[];
            /** @description Ours: the order of the rows, else the dataset’s own. */
            sort?: components["schemas"]["ReportSortInput"][];
        };
        CreateReportConfigReply: {
            data: components["schemas"]["ReportConfig"];
        };
        CreateReportRun: {
            reportConfig: components["schemas"]["ReportRunConfigInput"];
        };
        CreateReportRunReply: {
            data: components["schemas"]["ReportRun"];
        };
        CreateReportSchedule: {
            /**
             * Format: uuid
             * @description The config that it runs.
             */
            reportConfigId: string;
            /** @description Minute, hour, day of month, month and day of week, as in "0 6 * * 1"; at most once an hour. */
            cron: string;
            /** @description Whose clock it goes by, such as America/Los_Angeles; UTC unless given. */
            timezone?: string;
            /** @description Its runs’ time range: so many days up to the time it is due; else as the config says. */
            lastDays?: number;
            /** @description True while it makes no runs; what is missed meanwhile stays so. */
            isPaused?: boolean;
        };
        CreateReportScheduleReply: {
            data: components["schemas"]["ReportSchedule"];
        };
        CreateRequirement: {
            /** @description What people call it. */
            name: string;
            /** @description Who needs it: a tree of `all`, `any`, `not` over `tag` (those below included), `type` (driver, user, vehicle), `attribute` ({id, in, atLeast, atMost, before, after}), `role`, `holds` ({typeId}), `startedWithinDays` and `startedAtLeastDaysAgo`; one key a node. */
            appliesTo: {
                [key: string]: unknown;
            };
            /** @description What satisfies it: a tree of `anyOf` and `allOf` over `course` ({id, minScorePercent, revision}), `qualification` ({typeId, fields}), `form` ({templateId, approved, minScorePercent}) and `hours` ({hours, withinMonths, courseIds, categoryIds}); one key a node. */
            satisfiedBy: {
                [key: string]: unknown;
            };
            /** @description Where the rule comes from, such as "29 CFR 1910.178(l)(4)(iii)". */
            citation?: string | null;
            /**
             * @description What eligibility makes of it when it is not met: `block` keeps from work, `warn` does not.
             * @default block
             * @enum {string}
             */
            severity?: "block" | "warn";
            /** @description How long evidence is good: "forever", "untilRecordExpires", {days}, {months}, or {calendar: {month, day, everyYears, firstYear, earlyDays}} for the same deadline every year or every few. */
            validity?: unknown;
            /** @description True when nobody needs it until one of the occurrences in `refresh` comes. */
            onlyOnOccurrence?: boolean;
            /** @description By when somebody who never had it needs it: {days, from}, where `from` is `applicable` (since when it applies) or `start` (the start date that the organization names). */
            firstDue?: {
                [key: string]: unknown;
            } | null;
            /** @description How early evidence renews it: {earlyDays, keepAnniversary}; with keepAnniversary it extends from the old end. */
            renewal?: {
                [key: string]: unknown;
            } | null;
            /** @description Days after the end until it is overdue. */
            graceDays?: number;
            /** @description Days before the end on which to warn; the longest says from when a status is expiring. */
            warnDays?: number[];
            /** @description What brings the due time forward: {onCourseRevision: {dueDays}} or {onOccurrence: {type, count, withinDays, dueDays}}. */
            refresh?: {
                [key: string]: unknown;
            }[];
            /** @description The assignment that it makes by itself, once a cycle. */
            assign?: {
                /**
                 * Format: uuid
                 * @description The course that is assigned.
                 */
                courseId: string;
                /** @description How many days before the due time. */
                daysBefore?: number;
            } | null;
        };
        CreateRequirementReply: {
            data: components["schemas"]["Requirement"];
        };
        CreateSessionByCodeReply: {
            data: components["schemas"]["CurrentSession"];
        };
        CreateSessionByPinReply: {
            data: components["schemas"]["CurrentSession"];
        };
        CreateSessionReply: {
            data: components["schemas"]["CurrentSession"];
        };
        CreateSignInCode: {
            /** @description Whom it signs in: `user-4392`, `driver-281474`, or `key:value`. */
            personId: string;
            /**
             * @description `invitation` is good for 7 days and sets a password; `screen` for 90 seconds and `paper` for 7 days, and each binds the device that uses it to a learner by a PIN.
             * @enum {string}
             */
            purpose: "invitation" | "screen" | "paper";
        };
        CreateSignInCodeReply: {
            data: components["schemas"]["NewSignInCode"];
        };
        CreateTag: {
            /** @description Name of the tag. */
            name: string;
            /** @description Id of the tag above it; empty for none. */
            parentTagId?: string;
            /** @description All addresses of this tag, by id. */
            addresses?: string[];
            /** @description All assets of this tag, by id. */
            assets?: string[];
            /** @description All drivers of this tag, by id. */
            drivers?: string[];
            /** @description All machines of this tag, by id. */
            machines?: string[];
            /** @description All sensors of this tag, by id. */
            sensors?: string[];
            /** @description All vehicles of this tag, by id. */
            vehicles?: string[];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        CreateTagReply: {
            data: components["schemas"]["Tag"];
        };
        CreateToken: {
            /** @description What uses it. */
            name: string;
            /** @description What it may do: `GET /tokens/scopes` lists what you can give. */
            scopes: string[];
            /** @description Tags that it is limited to, with those below them; absent for the whole organization. */
            tagIds?: string[];
        };
        CreateTokenReply: {
            data: components["schemas"]["NewApiToken"];
        };
        CreateTrainingCourse: {
            /** @description Title of the course, 1 to 255 characters. */
            title: string;
            /** @description What it teaches, at most 10,000 characters. */
            description?: string;
            category: components["schemas"]["CategoryRef"];
            /** @description How long it takes, in minutes. */
            estimatedTimeToCompleteMinutes: number;
            /** @description What the course is about, at most 30. */
            labels?: components["schemas"]["CourseLabelInput"][];
            /**
             * @description A draft is seen by its makers alone.
             * @default draft
             * @enum {string}
             */
            status?: "draft" | "published";
        };
        CreateTrainingCourseCategory: {
            /** @description Name of the category, unique in the organization. */
            name: string;
        };
        CreateTrainingCourseCategoryReply: {
            data: components["schemas"]["TrainingCourseCategory"];
        };
        CreateTrainingCourseReply: {
            data: components["schemas"]["TrainingCourse"];
        };
        CreateUser: {
            /** @description First and last name. */
            name: string;
            /** @description Address to sign in with; unique. */
            email: string;
            /**
             * @description How the user signs in.
             * @enum {string}
             */
            authType: "default" | "saml";
            /** @description All roles of the user; at most one of them without a tag. */
            roles: components["schemas"]["RoleOfUser"][];
            /**
             * @description When temporary access ends: RFC 3339, any offset; empty for no end.
             * @example 2026-12-31T17:00:00Z
             */
            expireAt?: string;
        };
        CreateUserReply: {
            data: components["schemas"]["User"];
        };
        CreateVehicle: {
            /** @description Name of the vehicle. */
            name: string;
            auxInputType1?: components["schemas"]["AuxInputType"];
            auxInputType2?: components["schemas"]["AuxInputType"];
            auxInputType3?: components["schemas"]["AuxInputType"];
            auxInputType4?: components["schemas"]["AuxInputType"];
            auxInputType5?: components["schemas"]["AuxInputType"];
            auxInputType6?: components["schemas"]["AuxInputType"];
            auxInputType7?: components["schemas"]["AuxInputType"];
            auxInputType8?: components["schemas"]["AuxInputType"];
            auxInputType9?: components["schemas"]["AuxInputType"];
            auxInputType10?: components["schemas"]["AuxInputType"];
            auxInputType11?: components["schemas"]["AuxInputType"];
            auxInputType12?: components["schemas"]["AuxInputType"];
            auxInputType13?: components["schemas"]["AuxInputType"];
            /** @description Engine hours entered by hand; 0 takes them off. */
            engineHours?: number;
            grossVehicleWeight?: components["schemas"]["GrossVehicleWeight"];
            /**
             * @description How sensitive the detection of harsh acceleration is.
             * @enum {string}
             */
            harshAccelerationSettingType?: "passengerCar" | "lightTruck" | "heavyDuty" | "off" | "automatic";
            /** @description License plate. */
            licensePlate?: string;
            /** @description Free notes. */
            notes?: string;
            /** @description Odometer entered by hand, in meters; 0 takes it off. */
            odometerMeters?: number;
            /**
             * @description Whether commercial rules apply to it.
             * @enum {string}
             */
            vehicleRegulationMode?: "regulated" | "unregulated" | "mixed";
            /**
             * @description Kind of vehicle.
             * @enum {string}
             */
            vehicleType?: "unset" | "passenger" | "truck" | "bus";
            /** @description Attributes to set, each named by id or name, with all its values; attributes not listed stay as they are, an attribute without values is taken off. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Serial number of the gateway; empty for none. */
            gatewaySerial?: string;
            /** @description The driver whose vehicle this always is; empty or 0 for none. */
            staticAssignedDriverId?: string;
            /** @description All tags of this object, by id. A token that is limited to tags must name one of them. */
            tagIds?: string[];
            /** @description Vehicle identification number. */
            vin?: string;
            /** @description Serial number of its camera. */
            cameraSerial?: string;
            /** @description Serial number of its engine. */
            esn?: string;
            /** @description Manufacturer. */
            make?: string;
            /** @description Model. */
            model?: string;
            /** @description Model year. */
            year?: string;
            /** @description Model of the gateway. */
            gatewayModel?: string;
        };
        CreateVehicleReply: {
            data: components["schemas"]["Vehicle"];
        };
        CreateWaiver: {
            /**
             * Format: uuid
             * @description The requirement to lift.
             */
            requirementId: string;
            /** @description The person or vehicle: 281474, driver-281474, vehicle-281474 or key:value. */
            subjectId: string;
            /**
             * Format: date-time
             * @description Its first moment; now unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Its last moment; for ever unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            until?: string;
            /** @description Why, up to 1,000 characters. */
            reason: string;
        };
        CreateWaiverReply: {
            data: components["schemas"]["Waiver"];
        };
        CurrentSession: {
            /**
             * Format: uuid
             * @description Id of the session; it opens nothing.
             */
            id: string;
            person: components["schemas"]["SignedInPerson"];
            organization: components["schemas"]["SignedInOrganization"];
            /**
             * @description What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves.
             * @enum {string}
             */
            role: "administrator" | "manager" | "viewer" | "learner";
            /** @description The scopes of operations that they may use. */
            scopes: string[];
            /** @description The tags that they are limited to; absent for the whole organization, empty for themselves. */
            tagIds?: string[];
            /** @description IANA time zone of the organization. */
            timeZone: string;
            /**
             * @description Language and region to show things in.
             * @example en-US
             */
            locale: string;
            /**
             * @description How they signed in.
             * @enum {string}
             */
            method: "password" | "link" | "pin";
            /** @description What they signed in on, as it was called then. */
            deviceName: string;
            /**
             * Format: date-time
             * @description When they signed in. RFC 3339, UTC.
             */
            madeAtTime: string;
            /**
             * Format: date-time
             * @description When it ends at the latest. RFC 3339, UTC.
             */
            endsAtTime: string;
        };
        /**
         * @description What a datetime field asks for.
         * @enum {string}
         */
        DateTimeKind: "datetime" | "date" | "time";
        DeleteTrainingAssignmentsReply: {
            /** @description One an id, in the order given. */
            data: components["schemas"]["TrainingAssignmentDeletion"][];
        };
        DeleteTrainingCourseReply: {
            data: components["schemas"]["TrainingCourse"];
        };
        Detail: {
            /** @description What went wrong, and the fix. */
            detail: string;
        };
        DirectoryUser: {
            /** @description Id of the person, unique in the organization. */
            api_id: string;
            /** @description Email address; empty when there is none. */
            email: string;
            /** @description First name. */
            first_name: string;
            /** @description Last name; empty when there is none. */
            last_name: string;
            /** @description Job title; empty when there is none. */
            job_title: string;
            /** @description The person’s manager; null for none. */
            manager_api_id: string | null;
            /** @description Whether the person works now. */
            is_active: boolean;
        };
        DraftReportRun: {
            /** @description The dataset to report on. */
            datasetId: string;
            /** @description What the report shows, in this order. */
            columns: components["schemas"]["ReportColumnInput"][];
            filters?: components["schemas"]["ReportFiltersInput"];
            /** @description Ours: one row for each combination of these fields’ values; every other column is an aggregate. Empty: no groups. */
            groupBy?: string[];
            /** @description Ours: the order of the rows, else the dataset’s own. */
            sort?: components["schemas"]["ReportSortInput"][];
            /**
             * @description Rows, 1 to 50.
             * @default 50
             */
            limit?: number;
        };
        DraftReportRunReply: {
            data: components["schemas"]["ReportDraft"];
        };
        Driver: {
            /** @description Id of the driver. */
            id: string;
            /** @description Full name. */
            name: string;
            /** @description Name the driver signs in with. */
            username?: string;
            /**
             * @description Whether the driver works now. A deactivated driver keeps all records.
             * @enum {string}
             */
            driverActivationStatus: "active" | "deactivated";
            /** @description The same as a boolean, for older clients. */
            isDeactivated: boolean;
            /** @description Number of the driving license. */
            licenseNumber?: string;
            /** @description State or province that issued the license. */
            licenseState?: string;
            carrierSettings?: components["schemas"]["DriverCarrier"];
            /** @description Code printed on the ID card that the driver holds. */
            currentIdCardCode?: string;
            /** @description May claim the adverse weather exemption in driving logs. */
            eldAdverseWeatherExemptionEnabled?: boolean;
            /** @description May claim the big day exemption in driving logs. */
            eldBigDayExemptionEnabled?: boolean;
            /**
             * @description Hour at which a logging day begins: 0 or 12.
             * @enum {integer}
             */
            eldDayStartHour?: 0 | 12;
            /** @description Needs no electronic driving log. */
            eldExempt?: boolean;
            /** @description Why no electronic driving log is needed. */
            eldExemptReason?: string;
            /** @description May log personal conveyance. */
            eldPcEnabled?: boolean;
            /** @description May log yard moves. */
            eldYmEnabled?: boolean;
            /** @description Driving features are hidden in the app. */
            hasDrivingFeaturesHidden?: boolean;
            /** @description May leave a pinned vehicle. */
            hasVehicleUnpinningEnabled?: boolean;
            hosSetting?: components["schemas"]["DriverHosSetting"];
            /**
             * @description Country whose conventions the driver's app follows.
             * @enum {string}
             */
            locale?: "us" | "at" | "be" | "ca" | "gb" | "fr" | "de" | "ie" | "it" | "lu" | "mx" | "nl" | "es" | "ch" | "pr";
            /** @description Free notes. */
            notes?: string;
            /** @description Phone number. */
            phone?: string;
            /** @description Where a picture of the driver is. */
            profileImageUrl?: string;
            /** @description Number of the tachograph card. */
            tachographCardNumber?: string;
            /** @description IANA time zone of the driver's home terminal. */
            timezone?: string;
            usDriverRulesetOverride?: components["schemas"]["DriverRulesetOverride"];
            /** @description May log waiting time. */
            waitingTimeDutyStatusEnabled?: boolean;
            /** @description Attribute values. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
            peerGroupTag?: components["schemas"]["TagReference"];
            trailerGroupTag?: components["schemas"]["TagReference"];
            vehicleGroupTag?: components["schemas"]["TagReference"];
            staticAssignedVehicle?: components["schemas"]["AssignedVehicle"];
            /** @description Tags the driver is in. */
            tags?: components["schemas"]["TagReference"][];
            /**
             * Format: date-time
             * @description When the driver was added. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When the driver was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        DriverCarrier: {
            /** @description Name of the driver's carrier. */
            carrierName?: string;
            /** @description US DOT number of the carrier. */
            dotNumber?: number;
            /** @description Address of the home terminal. */
            homeTerminalAddress?: string;
            /** @description Name of the home terminal. */
            homeTerminalName?: string;
            /** @description Address of the main office. */
            mainOfficeAddress?: string;
        };
        DriverEfficiency: {
            /** @description The driver. */
            driverId: string;
            scoreData?: components["schemas"]["EfficiencyScores"];
            rawData?: components["schemas"]["EfficiencySums"];
            percentageData?: components["schemas"]["EfficiencyPercentages"];
            difficultyScore?: components["schemas"]["EfficiencyDifficulty"];
        };
        DriverEfficiencySettings: {
            /**
             * @description How scores are written: numbers from 0 to 100, or letters from A to G. Difficulty is not affected.
             * @enum {string}
             */
            scoreFormat: "numbers" | "letters";
            letterBounds: components["schemas"]["EfficiencyLetterBounds"];
            metrics: components["schemas"]["EfficiencyMetricsSettings"];
            /** @description The four average weights, in kilograms, from which the vehicle weight score is 2, 3, 4 and 5. */
            vehicleWeightBoundsKg: number[];
        };
        DriverHosSetting: {
            /** @description May claim the heavy haul exemption. */
            heavyHaulExemptionToggleEnabled?: boolean;
        };
        DriverRulesetOverride: {
            /**
             * @description Working cycle.
             * @enum {string}
             */
            cycle: "USA Property (8/70)" | "USA Property (7/60)" | "USA Passenger (8/70)" | "USA Passenger (7/60)" | "Alaska Property (8/80)" | "Alaska Property (7/70)" | "Alaska Passenger (8/80)" | "Alaska Passenger (7/70)" | "California School/FLV (8/80)" | "California Farm (8/112)" | "California Property (8/80)" | "California Flammable Liquid (8/80)" | "California Passenger (8/80)" | "California Motion Picture (8/80)" | "Florida (8/80)" | "Florida (7/70)" | "Nebraska (8/80)" | "Nebraska (7/70)" | "North Carolina (8/80)" | "North Carolina (7/70)" | "Oklahoma (8/70)" | "Oklahoma (7/60)" | "Oregon (8/80)" | "Oregon (7/70)" | "South Carolina (8/80)" | "South Carolina (7/70)" | "Texas (7/70)" | "Wisconsin (8/80)" | "Wisconsin (7/70)";
            /**
             * @description Rest after which a cycle begins anew.
             * @enum {string}
             */
            restart: "34-hour Restart" | "24-hour Restart" | "36-hour Restart" | "72-hour Restart" | "None";
            /**
             * @description Rule for the rest break.
             * @enum {string}
             */
            restbreak: "Property (off-duty/sleeper)" | "California Mealbreak (off-duty/sleeper)" | "None";
            /**
             * @description State whose rules these are; empty for all.
             * @enum {string}
             */
            usStateToOverride: "" | "AK" | "CA" | "FL" | "NE" | "NC" | "OK" | "OR" | "SC" | "TX" | "WI";
        };
        /** @description How hard the work was; it does not change the other scores. Absent when nothing tells it. */
        EfficiencyDifficulty: {
            /** @description 1 (easy) to 5 (hard), by road and load together; by the road alone when the load is not known. */
            overallScore?: string;
            /** @description 1 (easy) to 5 (hard), by the road. */
            topographyScore?: string;
            /** @description 1 (easy) to 5 (hard), by the mean weight. */
            vehicleWeightScore?: string;
        };
        EfficiencyHour: {
            /** @description Who drove: 281474976710702, driver-281474976710702 or an external id key:value. */
            driverId: string;
            /** @description What was driven: an id or an external id key:value. */
            vehicleId: string;
            /**
             * Format: date-time
             * @description The hour as its beginning, a whole hour in UTC that has begun. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            hour: string;
            /** @description Time driven. Milliseconds of the hour. */
            driveTimeDurationMs: number;
            /** @description Time with the engine on. Milliseconds of the hour. */
            engineOnDurationMs: number;
            /** @description Time with the engine on and the vehicle standing, power take-off left out. Milliseconds of the hour. */
            idlingDurationMs: number;
            /** @description Time braked, by whatever brake. Milliseconds of the hour. */
            totalBrakeDurationMs: number;
            /** @description Time driven with cruise control. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            cruiseControlDurationMs?: number;
            /** @description Time driven with neither accelerator nor brake. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            coastingDurationMs?: number;
            /** @description Time driven with more than 90 % of the torque. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            highTorqueDurationMs?: number;
            /** @description Time driven inside the economical range of engine speed. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            greenBandDurationMs?: number;
            /** @description Time driven faster than is efficient. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            overSpeedDurationMs?: number;
            /** @description Time braked by retarder or engine. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            wearFreeBrakeDurationMs?: number;
            /** @description Time driven on steep roads. Leave it out when the vehicle does not report it. Milliseconds of the hour. */
            highGradeRoadDrivingDurationMs?: number;
            /** @description How often the brake followed the accelerator within a second. Leave it out when it is not reported. */
            anticipationBrakeEventCount?: number;
            /** @description How often the brake was used. Leave it out when it is not reported. */
            totalBrakeEventCount?: number;
            /** @description Weight of the vehicle with its load, in kilograms. Leave it out when it is not known. */
            averageVehicleWeightKg?: number;
            /** @description How hard the road was, 1 flat to 5 mountains. Leave it out when it is not known. */
            topographyScore?: number;
        };
        EfficiencyHoursOutcome: {
            /** @description Hours that were not there before. */
            created: number;
            /** @description Hours that were there with other values. */
            updated: number;
            /** @description Hours that were there with these values. */
            unchanged: number;
        };
        /** @description The least score of each letter; below F is G. */
        EfficiencyLetterBounds: {
            /** @description The least score that is A. */
            A: number;
            /** @description The least score that is B. */
            B: number;
            /** @description The least score that is C. */
            C: number;
            /** @description The least score that is D. */
            D: number;
            /** @description The least score that is E. */
            E: number;
            /** @description The least score that is F. */
            F: number;
        };
        /** @description The least score of each letter; below F is G. */
        EfficiencyLetterBoundsInput: {
            /** @description The least score that is A. */
            A?: number;
            /** @description The least score that is B. */
            B?: number;
            /** @description The least score that is C. */
            C?: number;
            /** @description The least score that is D. */
            D?: number;
            /** @description The least score that is E. */
            E?: number;
            /** @description The least score that is F. */
            F?: number;
        };
        /** @description anticipation: of this less is better. */
        EfficiencyMetricSettings: {
            /** @description The percentage at which the score is 0, and beyond. */
            zeroAtPercentage: number;
            /** @description The percentage at which the score is 100, and beyond. */
            hundredAtPercentage: number;
            /** @description How much the metric counts in the overall score, 1 to 10 beside the others; 0 is off: it does not count. */
            weight: number;
        };
        /** @description anticipation: of this less is better. */
        EfficiencyMetricSettingsInput: {
            /** @description The percentage at which the score is 0, and beyond. */
            zeroAtPercentage?: number;
            /** @description The percentage at which the score is 100, and beyond. */
            hundredAtPercentage?: number;
            /** @description How much the metric counts in the overall score, 1 to 10 beside the others; 0 is off: it does not count. */
            weight?: number;
        };
        /** @description How each metric becomes a score: a straight line between two percentages. */
        EfficiencyMetricsSettings: {
            anticipation: components["schemas"]["EfficiencyMetricSettings"];
            /** @description coasting: of this more is better. */
            coasting: components["schemas"]["EfficiencyMetricSettings"];
            /** @description cruiseControl: of this more is better. */
            cruiseControl: components["schemas"]["EfficiencyMetricSettings"];
            /** @description greenBand: of this more is better. */
            greenBand: components["schemas"]["EfficiencyMetricSettings"];
            /** @description highTorque: of this less is better. */
            highTorque: components["schemas"]["EfficiencyMetricSettings"];
            /** @description idling: of this less is better. */
            idling: components["schemas"]["EfficiencyMetricSettings"];
            /** @description overSpeed: of this less is better. */
            overSpeed: components["schemas"]["EfficiencyMetricSettings"];
            /** @description wearFreeBrake: of this more is better. */
            wearFreeBrake: components["schemas"]["EfficiencyMetricSettings"];
        };
        /** @description How each metric becomes a score: a straight line between two percentages. */
        EfficiencyMetricsSettingsInput: {
            anticipation?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description coasting: of this more is better. */
            coasting?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description cruiseControl: of this more is better. */
            cruiseControl?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description greenBand: of this more is better. */
            greenBand?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description highTorque: of this less is better. */
            highTorque?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description idling: of this less is better. */
            idling?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description overSpeed: of this less is better. */
            overSpeed?: components["schemas"]["EfficiencyMetricSettingsInput"];
            /** @description wearFreeBrake: of this more is better. */
            wearFreeBrake?: components["schemas"]["EfficiencyMetricSettingsInput"];
        };
        /** @description Each metric over the hours that reported it, with up to four decimals. */
        EfficiencyPercentages: {
            /**
             * Format: double
             * @description Percentage of the engine-on time: idling.
             */
            idlingPercentage: number;
            /**
             * Format: double
             * @description Percentage of all brakings: within a second of accelerating.
             */
            anticipationPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: coasting.
             */
            coastingPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: with cruise control.
             */
            cruiseControlPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: at economical engine speed.
             */
            greenBandPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: on steep roads.
             */
            highGradeRoadDrivingPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: above 90 % of the torque.
             */
            highTorquePercentage?: number;
            /**
             * Format: double
             * @description Percentage of the drive time: faster than is efficient.
             */
            overSpeedPercentage?: number;
            /**
             * Format: double
             * @description Percentage of the braking time: by retarder or engine.
             */
            wearFreeBrakePercentage?: number;
        };
        EfficiencyPoint: {
            /**
             * Format: date
             * @description The first day of the bucket, such as 2026-11-16.
             */
            day: string;
            /** @description The overall score of the bucket, 0 to 100; null when nothing that counts was reported. */
            overallScore: number | null;
            scores: components["schemas"]["EfficiencyPointScores"];
            percentages: components["schemas"]["EfficiencyPointPercentages"];
            /**
             * Format: int64
             * @description Time driven, in milliseconds.
             */
            driveTimeDurationMs: number;
        };
        /** @description What the scores are made from, with up to four decimals. */
        EfficiencyPointPercentages: {
            /** @description Percentage: anticipation. */
            anticipation?: number;
            /** @description Percentage: coasting. */
            coasting?: number;
            /** @description Percentage: cruiseControl. */
            cruiseControl?: number;
            /** @description Percentage: greenBand. */
            greenBand?: number;
            /** @description Percentage: highTorque. */
            highTorque?: number;
            /** @description Percentage: idling. */
            idling?: number;
            /** @description Percentage: overSpeed. */
            overSpeed?: number;
            /** @description Percentage: wearFreeBrake. */
            wearFreeBrake?: number;
        };
        /** @description The scores of the metrics that were reported. */
        EfficiencyPointScores: {
            /** @description Score, 0 to 100: anticipation. */
            anticipation?: number;
            /** @description Score, 0 to 100: coasting. */
            coasting?: number;
            /** @description Score, 0 to 100: cruiseControl. */
            cruiseControl?: number;
            /** @description Score, 0 to 100: greenBand. */
            greenBand?: number;
            /** @description Score, 0 to 100: highTorque. */
            highTorque?: number;
            /** @description Score, 0 to 100: idling. */
            idling?: number;
            /** @description Score, 0 to 100: overSpeed. */
            overSpeed?: number;
            /** @description Score, 0 to 100: wearFreeBrake. */
            wearFreeBrake?: number;
        };
        EfficiencyRank: {
            /** @description Id of the driver or vehicle. */
            id: string;
            /**
             * @description Drivers or vehicles.
             * @enum {string}
             */
            type: "driver" | "vehicle";
            /** @description Name. */
            name: string;
            /** @description The overall score of the window, 0 to 100; null when nothing that counts was reported. */
            overallScore: number | null;
            /** @description That of the period before: as long, and ending where the window begins, 0 to 100; null when nothing that counts was reported. */
            previousScore: number | null;
            /** @description Points gained since the period before, below zero for lost; null without both scores. */
            change: number | null;
            /**
             * Format: int64
             * @description Time driven, in milliseconds.
             */
            driveTimeDurationMs: number;
        };
        /** @description Absent when nothing that counts was reported. */
        EfficiencyScores: {
            /** @description The score of all metrics that were reported, by their weights: 0 to 100, or a letter from A to G by the settings. */
            overallScore: string;
            /** @description The score of looking ahead: less braking right after accelerating: 0 to 100, or a letter from A to G by the settings. */
            anticipationScore?: string;
            /** @description The score of coasting: 0 to 100, or a letter from A to G by the settings. */
            coastingScore?: string;
            /** @description The score of cruise control: 0 to 100, or a letter from A to G by the settings. */
            cruiseControlScore?: string;
            /** @description The score of driving at economical engine speed: 0 to 100, or a letter from A to G by the settings. */
            greenBandScore?: string;
            /** @description The score of keeping below 90 % of the torque: 0 to 100, or a letter from A to G by the settings. */
            highTorqueScore?: string;
            /** @description The score of not idling: 0 to 100, or a letter from A to G by the settings. */
            idlingScore?: string;
            /** @description The score of not driving faster than is efficient: 0 to 100, or a letter from A to G by the settings. */
            overSpeedScore?: string;
            /** @description The score of braking by retarder or engine: 0 to 100, or a letter from A to G by the settings. */
            wearFreeBrakeScore?: string;
        };
        EfficiencySeries: {
            /** @description Id of the driver or vehicle. */
            id: string;
            /**
             * @description Drivers or vehicles.
             * @enum {string}
             */
            type: "driver" | "vehicle";
            /** @description Buckets with hours, oldest first. */
            points: components["schemas"]["EfficiencyPoint"][];
        };
        /** @description Sums over the hours of the window; a metric that no hour reported is absent. */
        EfficiencySums: {
            /**
             * Format: int64
             * @description Time driven. Milliseconds.
             */
            driveTimeDurationMs: number;
            /**
             * Format: int64
             * @description Time with the engine on. Milliseconds.
             */
            engineOnDurationMs: number;
            /**
             * Format: int64
             * @description Time idling. Milliseconds.
             */
            idlingDurationMs: number;
            /**
             * Format: int64
             * @description Time braked. Milliseconds.
             */
            totalBrakeDurationMs: number;
            /**
             * Format: int64
             * @description Brakings within a second of accelerating.
             */
            anticipationBrakeEventCount?: number;
            /**
             * Format: int64
             * @description Brakings.
             */
            totalBrakeEventCount?: number;
            /**
             * Format: int64
             * @description Mean weight over the drive time, in kilograms.
             */
            averageVehicleWeightKg?: number;
            /**
             * Format: int64
             * @description Time coasting. Milliseconds.
             */
            coastingDurationMs?: number;
            /**
             * Format: int64
             * @description Time with cruise control. Milliseconds.
             */
            cruiseControlDurationMs?: number;
            /**
             * Format: int64
             * @description Time at economical engine speed. Milliseconds.
             */
            greenBandDurationMs?: number;
            /**
             * Format: int64
             * @description Time on steep roads. Milliseconds.
             */
            highGradeRoadDrivingDurationMs?: number;
            /**
             * Format: int64
             * @description Time above 90 % of the torque. Milliseconds.
             */
            highTorqueDurationMs?: number;
            /**
             * Format: int64
             * @description Time faster than is efficient. Milliseconds.
             */
            overSpeedDurationMs?: number;
            /**
             * Format: int64
             * @description Time braked by retarder or engine. Milliseconds.
             */
            wearFreeBrakeDurationMs?: number;
        };
        EligibilityCheck: {
            /**
             * Format: date-time
             * @description The beginning that was asked for. RFC 3339, UTC.
             */
            from: string;
            /**
             * Format: date-time
             * @description The end. RFC 3339, UTC.
             */
            until: string;
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
            /** @description One a subject, in the order given. */
            results: components["schemas"]["EligibilityResult"][];
        };
        EligibilityOverride: {
            /**
             * Format: uuid
             * @description Id of the override.
             */
            id: string;
            subject: components["schemas"]["SubjectRef"];
            /**
             * Format: uuid
             * @description The requirement that it overrides; all of them unless there is one.
             */
            requirementId?: string;
            /**
             * Format: date-time
             * @description Its first moment. RFC 3339, UTC.
             */
            from: string;
            /**
             * Format: date-time
             * @description Its last moment. RFC 3339, UTC.
             */
            until: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who made it and answers for it. */
            createdById: string;
        };
        EligibilityReason: {
            /**
             * Format: uuid
             * @description The requirement.
             */
            requirementId: string;
            /** @description What people call it. */
            name: string;
            /** @description Where the rule comes from. */
            citation?: string;
            /** @description What eligibility makes of it when it is not met. */
            severity: components["schemas"]["RequirementSeverity"];
            /** @description Who does not meet it: the person, or the vehicle. */
            subjectId: string;
            /**
             * @description What it alone would lead to.
             * @enum {string}
             */
            verdict: "allow" | "warn" | "block";
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /**
             * Format: date-time
             * @description From when on, within the time asked for. RFC 3339, UTC.
             */
            from: string;
            /**
             * Format: date-time
             * @description By when it is to be satisfied. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: uuid
             * @description The override that lets them work all the same.
             */
            overrideId?: string;
            /** @description The reason in words. */
            text: string;
        };
        EligibilityResult: {
            subject: components["schemas"]["EligibilitySubject"];
            /**
             * @description `allow`, `warn` or `block`: the hardest of the reasons.
             * @enum {string}
             */
            verdict: "allow" | "warn" | "block";
            /** @description What is not met, the hardest first. */
            reasons: components["schemas"]["EligibilityReason"][];
            /**
             * Format: date-time
             * @description When time alone will make the verdict a harder one. RFC 3339, UTC.
             */
            lapsesAt?: string;
        };
        /** @description Who would work. */
        EligibilitySubject: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
        };
        Error: {
            /** @description What went wrong, naming the field and the fix. */
            message: string;
            /** @description Names this request in the server log. */
            requestId: string;
        };
        Expirations: {
            /** @description The day, or the Monday of the week: 2026-11-23. */
            day: string;
            /**
             * Format: date-time
             * @description When it begins. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it is over. RFC 3339, UTC.
             */
            endTime: string;
            /** @description How many active records expire in it. */
            count: number;
        };
        ExplainRequirementStatusReply: {
            data: components["schemas"]["StatusExplanation"];
        };
        /** @description The requirement, as it is called at that moment. */
        ExplainedRequirement: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Where the rule comes from. */
            citation?: string;
            severity: components["schemas"]["RequirementSeverity"];
        };
        FailMediaRetrieval: {
            /**
             * Format: uuid
             * @description Id of the retrieval.
             */
            retrievalId: string;
            /** @description Which of its camera inputs; all that are pending unless given. */
            input?: components["schemas"]["CameraInput"];
            /**
             * @description unavailable: nothing was recorded then; invalid: there is no such camera; else failed.
             * @default failed
             * @enum {string}
             */
            status?: "failed" | "invalid" | "unavailable";
        };
        FailMediaRetrievalReply: {
            data: components["schemas"]["MediaRetrieval"];
        };
        /** @description What is wrong, by field; `non_field_errors` for what is no field’s own. */
        FieldProblems: {
            /** @description What is wrong with the request as a whole. */
            detail?: string;
        } & {
            [key: string]: string[];
        };
        /** @description What an answer brings about. */
        FormAction: {
            type: components["schemas"]["FormActionType"];
            /** @description The question that is asked then; askFollowupQuestion. */
            fieldId?: string;
            /** @description The section that is shown then; showSection. */
            sectionId?: string;
        };
        FormActionInput: {
            type: components["schemas"]["FormActionType"];
            /** @description The question to ask then; askFollowupQuestion. */
            fieldId?: string;
            /** @description The section to show then; showSection. */
            sectionId?: string;
        };
        /**
         * @description What is done.
         * @enum {string}
         */
        FormActionType: "askFollowupQuestion" | "showSection" | "requirePhoto" | "requireNote" | "createIssue";
        /** @description How submissions are approved; absent when they are not. */
        FormApprovalConfig: {
            /**
             * @description One approver decides.
             * @enum {string}
             */
            type: "singleApproval";
            singleApprovalConfig?: components["schemas"]["FormSingleApprovalConfig"];
        };
        /** @description Makes submissions wait for an approver. */
        FormApprovalConfigInput: {
            /**
             * @description One approver decides.
             * @enum {string}
             */
            type: "singleApproval";
            singleApprovalConfig?: components["schemas"]["FormSingleApprovalConfigInput"];
        };
        /** @description The last decision. */
        FormApprovalDetails: {
            /** @description What the approver said. */
            comment: string;
        };
        /** @description Who may approve. */
        FormApprovalRequirements: {
            /** @description The roles, one of which an approver must have; none: anyone. */
            roleIds: string[];
        };
        /** @description Who may approve. */
        FormApprovalRequirementsInput: {
            /** @description Ids of the roles, one of which an approver must have; none: anyone. */
            roleIds: string[];
        };
        /** @description An asset. */
        FormAsset: {
            entryType: components["schemas"]["FormEntryType"];
            /** @description Id of the vehicle; present when tracked. */
            id?: string;
            /** @description Name as it was entered; present when untracked. */
            name?: string;
        };
        /** @description The asset. */
        FormAssetInput: {
            /** @description Id of a vehicle, or an external id key:value. */
            id?: string;
            /** @description Ours: the name of an asset that the directory does not have, instead of an id. */
            name?: string;
        };
        /**
         * @description A kind of asset.
         * @enum {string}
         */
        FormAssetType: "vehicle" | "trailer" | "equipment" | "unpoweredAsset";
        /** @description Answer of an asset field. */
        FormAssetValue: {
            asset: components["schemas"]["FormAsset"];
        };
        /** @description For asset fields. */
        FormAssetValueInput: {
            asset: components["schemas"]["FormAssetInput"];
        };
        /** @description A barcode. */
        FormBarcode: {
            /** @description What it says. */
            value: string;
        };
        /** @description A barcode. */
        FormBarcodeInput: {
            /** @description What it says. */
            value: string;
        };
        /** @description Answer of a barcode field. */
        FormBarcodeValue: {
            /** @description The barcodes that were read. */
            barcodes: components["schemas"]["FormBarcode"][];
        };
        /** @description For barcode fields. */
        FormBarcodeValueInput: {
            /** @description The barcodes, at most 100. */
            barcodes: components["schemas"]["FormBarcodeInput"][];
        };
        /** @description Answer of a check boxes field. */
        FormCheckBoxesValue: {
            /** @description Labels of the selected options. */
            value: string[];
            /** @description Ids of the selected options. */
            valueIds: string[];
        };
        /** @description For check boxes fields. */
        FormCheckBoxesValueInput: {
            /** @description Ids of the options. */
            valueIds: string[];
        };
        FormColumnInput: {
            /**
             * Format: uuid
             * @description A UUID of your choice, or that of the column to keep; made up if absent.
             */
            id?: string;
            /** @description The question or heading, 1 to 1,000 characters. */
            label: string;
            type: components["schemas"]["FormColumnType"];
            /** @description Digits after the point that a number may have; any if absent. */
            numDecimalPlaces?: number;
            allowedDateTimeValueType?: components["schemas"]["DateTimeKind"];
            /** @description Ours: IANA time zone in which a date field tells its calendar day; the offset of each value if absent. */
            timeZone?: string;
            /** @description Whether a person field takes a name that is not in the directory. */
            allowManualEntry?: boolean;
            /** @description Whether a person field takes drivers; true if absent. */
            includeDrivers?: boolean;
            /** @description Whether a person field takes users; true if absent. */
            includeUsers?: boolean;
            /** @description Ids of the roles, one of which a user of a person field must have. */
            filterByRoleIds?: string[];
            /** @description What may be selected; multiple_choice and check_boxes. */
            options?: components["schemas"]["FormOptionInput"][];
        };
        /**
         * @description What its cells hold.
         * @enum {string}
         */
        FormColumnType: "text" | "number" | "datetime" | "check_boxes" | "multiple_choice" | "signature" | "media" | "person" | "barcode";
        /** @description When the actions are taken. */
        FormCondition: {
            /**
             * @description The kind of question.
             * @enum {string}
             */
            type: "multipleChoiceValueCondition" | "checkBoxesValueCondition";
            /** @description Met when any of these options is selected. */
            selectedOptionIds: string[];
        };
        /** @description When the actions are taken. */
        FormConditionInput: {
            /** @description Met when any of these options is selected. */
            selectedOptionIds: string[];
        };
        /** @description What certain answers bring about. */
        FormConditionalAction: {
            condition: components["schemas"]["FormCondition"];
            /** @description What is done when the condition is met. */
            actions: components["schemas"]["FormAction"][];
        };
        FormConditionalActionInput: {
            condition: components["schemas"]["FormConditionInput"];
            /** @description What is done when the condition is met. */
            actions: components["schemas"]["FormActionInput"][];
        };
        /** @description Answer of a datetime field. */
        FormDateTimeValue: {
            /** @description What was asked for. */
            type: components["schemas"]["DateTimeKind"];
            /**
             * Format: date-time
             * @description The moment. RFC 3339, UTC.
             */
            value: string;
            /**
             * Format: date
             * @description The calendar day in the field's time zone; present for dates.
             */
            dateValue?: string;
        };
        /** @description For datetime fields. */
        FormDateTimeValueInput: {
            /**
             * Format: date-time
             * @description The moment. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            value: string;
        };
        /**
         * @description tracked: known to the directory; untracked: entered by name.
         * @enum {string}
         */
        FormEntryType: "tracked" | "untracked";
        /** @description An answered field. */
        FormField: components["schemas"]["FormFieldNumber"] | components["schemas"]["FormFieldText"] | components["schemas"]["FormFieldMultipleChoice"] | components["schemas"]["FormFieldCheckBoxes"] | components["schemas"]["FormFieldDatetime"] | components["schemas"]["FormFieldSignature"] | components["schemas"]["FormFieldMedia"] | components["schemas"]["FormFieldAsset"] | components["schemas"]["FormFieldTable"] | components["schemas"]["FormFieldPerson"] | components["schemas"]["FormFieldGeofence"] | components["schemas"]["FormFieldBarcode"];
        /** @description An answered field. */
        FormFieldAsset: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "asset";
            assetValue?: components["schemas"]["FormAssetValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldBarcode: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "barcode";
            barcodeValue?: components["schemas"]["FormBarcodeValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldCheckBoxes: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "check_boxes";
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldDatetime: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "datetime";
            dateTimeValue?: components["schemas"]["FormDateTimeValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description A field: a question with the kind of its answer, or an instruction. */
        FormFieldDefinition: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description The question or heading. */
            label: string;
            type: components["schemas"]["FormFieldType"];
            /** @description Whether it must be answered. */
            isRequired: boolean;
            /** @description Digits after the point that a number may have; any if absent. */
            numDecimalPlaces?: number;
            allowedDateTimeValueType?: components["schemas"]["DateTimeKind"];
            /** @description Ours: IANA time zone in which a date field tells its calendar day; the offset of each value if absent. */
            timeZone?: string;
            /** @description Whether a person field takes a name that is not in the directory. */
            allowManualEntry?: boolean;
            /** @description Whether a person field takes drivers; true if absent. */
            includeDrivers?: boolean;
            /** @description Whether a person field takes users; true if absent. */
            includeUsers?: boolean;
            /** @description Ids of the roles, one of which a user of a person field must have. */
            filterByRoleIds?: string[];
            /** @description Ours on this path: what someone agrees to by signing; signature fields. */
            legalText?: string;
            /** @description Ours on this path: offer only people in the current driver's tags. */
            filterByCurrentDriverTags?: boolean;
            /** @description Id of the media field from which this one may be filled in. */
            autofillFromId?: string;
            /** @description Whether other fields may be filled in from this media field. */
            isAutofillSource?: boolean;
            /** @description The kinds of assets that an asset field takes; any if absent. */
            allowedAssetTypes?: components["schemas"]["FormAssetType"][];
            /** @description What may be selected. */
            options?: components["schemas"]["FormOption"][];
            /** @description The most points it can bring: its best option, or the sum of its check boxes. */
            questionWeight?: number;
            /** @description The columns of a table field. */
            columns?: components["schemas"]["FormTableColumnDefinition"][];
            /** @description What certain answers bring about. */
            conditionalActions?: components["schemas"]["FormConditionalAction"][];
        };
        /** @description An answered field. */
        FormFieldGeofence: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "geofence";
            geofenceValue?: components["schemas"]["FormGeofenceValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        FormFieldInput: {
            /**
             * Format: uuid
             * @description A UUID of your choice, or that of the field to keep; made up if absent.
             */
            id?: string;
            /** @description The question or heading, 1 to 1,000 characters. */
            label: string;
            type: components["schemas"]["FormFieldType"];
            /** @description Whether it must be answered; false if absent. */
            isRequired?: boolean;
            /** @description Digits after the point that a number may have; any if absent. */
            numDecimalPlaces?: number;
            allowedDateTimeValueType?: components["schemas"]["DateTimeKind"];
            /** @description Ours: IANA time zone in which a date field tells its calendar day; the offset of each value if absent. */
            timeZone?: string;
            /** @description Whether a person field takes a name that is not in the directory. */
            allowManualEntry?: boolean;
            /** @description Whether a person field takes drivers; true if absent. */
            includeDrivers?: boolean;
            /** @description Whether a person field takes users; true if absent. */
            includeUsers?: boolean;
            /** @description Ids of the roles, one of which a user of a person field must have. */
            filterByRoleIds?: string[];
            /** @description Ours on this path: what someone agrees to by signing; signature fields. */
            legalText?: string;
            /** @description Ours on this path: offer only people in the current driver's tags. */
            filterByCurrentDriverTags?: boolean;
            /** @description Id of the media field from which this one may be filled in. */
            autofillFromId?: string;
            /** @description Whether other fields may be filled in from this media field. */
            isAutofillSource?: boolean;
            /** @description The kinds of assets that an asset field takes; any if absent. */
            allowedAssetTypes?: components["schemas"]["FormAssetType"][];
            /** @description What may be selected; multiple_choice and check_boxes. */
            options?: components["schemas"]["FormOptionInput"][];
            /** @description The columns of a table field, 1 to 30. */
            columns?: components["schemas"]["FormColumnInput"][];
            /** @description What certain answers bring about; multiple_choice and check_boxes. */
            conditionalActions?: components["schemas"]["FormConditionalActionInput"][];
        };
        /** @description An answered field. */
        FormFieldMedia: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "media";
            mediaValue?: components["schemas"]["FormMediaValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldMultipleChoice: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "multiple_choice";
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldNumber: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "number";
            numberValue?: components["schemas"]["FormNumberValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldPerson: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "person";
            personValue?: components["schemas"]["FormPersonValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldSignature: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "signature";
            signatureValue?: components["schemas"]["FormSignatureValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldTable: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "table";
            tableValue?: components["schemas"]["FormTableValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /** @description An answered field. */
        FormFieldText: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
            textValue?: components["schemas"]["FormTextValue"];
            /** @description Pictures beside the answer. */
            mediaList?: components["schemas"]["MediaRecord"][];
            /** @description A note beside the answer. */
            note?: string;
            issue?: components["schemas"]["FormIssue"];
        };
        /**
         * @description What kind of answer it takes.
         * @enum {string}
         */
        FormFieldType: "number" | "text" | "multiple_choice" | "check_boxes" | "media" | "datetime" | "signature" | "asset" | "person" | "geofence" | "instruction" | "media_instruction" | "table" | "barcode";
        /** @description A geofence. */
        FormGeofence: {
            entryType: components["schemas"]["FormEntryType"];
            /** @description Id as it was sent; present when tracked. */
            id?: string;
            /** @description Name as it was entered; present when untracked. */
            name?: string;
        };
        /** @description The geofence. */
        FormGeofenceInput: {
            /** @description Id of a geofence, kept as it is sent. */
            id?: string;
            /** @description Ours: the name of a geofence that the directory does not have, instead of an id. */
            name?: string;
        };
        /** @description Answer of a geofence field. */
        FormGeofenceValue: {
            geofence: components["schemas"]["FormGeofence"];
        };
        /** @description For geofence fields. */
        FormGeofenceValueInput: {
            geofence: components["schemas"]["FormGeofenceInput"];
        };
        /** @description The issue that the answer opened. */
        FormIssue: {
            /** @description Id of the issue. */
            id: string;
        };
        /** @description Where it was handed in. */
        FormLocation: {
            /** @description Degrees north. */
            latitude: number;
            /** @description Degrees east. */
            longitude: number;
        };
        /** @description A picture or document to store. */
        FormMediaItemInput: {
            /** @description The bytes in base64: jpg, png, pdf or docx; told by what they are. */
            base64Payload: string;
            /** @description Their MIME type. */
            mediaType: string;
        };
        /** @description Answer of a media field. */
        FormMediaValue: {
            /** @description The pictures and documents. */
            mediaList: components["schemas"]["MediaRecord"][];
        };
        /** @description For media fields. */
        FormMediaValueInput: {
            /** @description The pictures and documents, at most 20. */
            mediaList: components["schemas"]["FormMediaItemInput"][];
        };
        /** @description Answer of a multiple choice field. */
        FormMultipleChoiceValue: {
            /** @description Label of the selected option. */
            value: string;
            /** @description Id of the selected option. */
            valueId: string;
        };
        /** @description For multiple choice fields. */
        FormMultipleChoiceValueInput: {
            /** @description Id of the option. */
            valueId: string;
        };
        /** @description Answer of a number field. */
        FormNumberValue: {
            /** @description The number. */
            value: number;
        };
        /** @description For number fields. */
        FormNumberValueInput: {
            /** @description The number. */
            value: number;
        };
        /** @description An option of a multiple choice or check boxes field. */
        FormOption: {
            /** @description Id of the option, a UUID. */
            id: string;
            /** @description What it says. */
            label: string;
            /** @description Points for selecting it. */
            optionScoreWeight?: number;
            /** @description Whether selecting it takes the question out of the score. */
            ignoreQuestionFromScoreIfSelected?: boolean;
        };
        FormOptionInput: {
            /**
             * Format: uuid
             * @description A UUID of your choice, so that conditional actions can name it; made up if absent.
             */
            id?: string;
            /** @description The question or heading, 1 to 1,000 characters. */
            label: string;
            /** @description Points for selecting it. */
            optionScoreWeight?: number;
            /** @description Whether selecting it takes the question out of the score. */
            ignoreQuestionFromScoreIfSelected?: boolean;
        };
        FormPdfExport: {
            /** @description Id of the export. */
            pdfId: string;
            /** @description Id of the submission. */
            id: string;
            /**
             * @description How far the export is; never unknown here.
             * @enum {string}
             */
            jobStatus: "unknown" | "pending" | "done" | "failed";
            /**
             * Format: date-time
             * @description When it was asked for. RFC 3339, UTC.
             */
            requestedAtTime: string;
            /**
             * Format: date-time
             * @description When it was done; present once done. RFC 3339, UTC.
             */
            completedAtTime?: string;
            /**
             * Format: date-time
             * @description Until when it can be read; then ask for another. RFC 3339, UTC.
             */
            expiresAtTime: string;
            /** @description Opens the PDF, without a token; present once done. */
            pdfUrl?: string;
            /**
             * Format: date-time
             * @description Until when `pdfUrl` works; each reading gives a fresh one. RFC 3339, UTC.
             */
            pdfUrlExpiresAtTime?: string;
            /** @description Why it failed; present then. */
            errorMessage?: string;
        };
        /** @description A person. */
        FormPerson: {
            entryType: components["schemas"]["FormEntryType"];
            polymorphicUserId?: components["schemas"]["FormPersonId"];
            /** @description Name as it was entered; present when untracked. */
            name?: string;
        };
        /** @description Who it is; present when tracked. */
        FormPersonId: {
            /** @description Id of the person. */
            id: string;
            /**
             * @description Kind of person.
             * @enum {string}
             */
            type: "driver" | "user";
        };
        /** @description The person. */
        FormPersonInput: {
            /** @description driver-281474, user-4392 or an external id key:value. */
            polymorphicUserId?: string;
            /** @description Ours: the name of a person that the directory does not have, instead of an id. */
            name?: string;
        };
        /** @description A driver or user. */
        FormPersonRef: {
            /** @description Id of the person. */
            id: string;
            /**
             * @description Kind of person.
             * @enum {string}
             */
            type: "driver" | "user";
        };
        /** @description Answer of a person field. */
        FormPersonValue: {
            person: components["schemas"]["FormPerson"];
        };
        /** @description For person fields. */
        FormPersonValueInput: {
            person: components["schemas"]["FormPersonInput"];
        };
        /** @description The score; present once handed in, if questions are scored. */
        FormScore: {
            /** @description Points that the answers brought. */
            scorePoints: number;
            /** @description Points that they could have brought. */
            maxPoints: number;
            /** @description Points of the possible points, 0 to 100. */
            scorePercent: number;
        };
        FormSectionInput: {
            /**
             * Format: uuid
             * @description A UUID of your choice, so that conditional actions can name it; made up if absent.
             */
            id?: string;
            /** @description Heading of the section, at most 1,000 characters. */
            label: string;
            /** @description Its fields, in order, 1 to 300. */
            fields: components["schemas"]["FormFieldInput"][];
        };
        /** @description Answer of a signature field. */
        FormSignatureValue: {
            media: components["schemas"]["MediaRecord"];
        };
        /** @description For signature fields: jpg or png. */
        FormSignatureValueInput: {
            media: components["schemas"]["FormMediaItemInput"];
        };
        /** @description How one approver decides. */
        FormSingleApprovalConfig: {
            /** @description Whether the approver may be chosen by hand. */
            allowManualApproverSelection: boolean;
            requirements: components["schemas"]["FormApprovalRequirements"];
        };
        /** @description How one approver decides. */
        FormSingleApprovalConfigInput: {
            /** @description Whether the approver may be chosen by hand; true if absent. */
            allowManualApproverSelection?: boolean;
            requirements?: components["schemas"]["FormApprovalRequirementsInput"];
        };
        /** @description A form that somebody is to fill in, or has filled in. */
        FormSubmission: {
            /**
             * Format: uuid
             * @description Id of the submission.
             */
            id: string;
            formTemplate: components["schemas"]["FormTemplateRef"];
            /**
             * @description How far it is.
             * @enum {string}
             */
            status: "notStarted" | "inProgress" | "completed" | "needsReview" | "changesRequested" | "approved" | "archived";
            /** @description Its title, if it has one. */
            title?: string;
            /** @description Whether whoever it is assigned to has to complete it. */
            isRequired: boolean;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /**
             * Format: date-time
             * @description When it was handed in; before that, when it was made. RFC 3339, UTC.
             */
            submittedAtTime: string;
            submittedBy: components["schemas"]["FormPersonRef"];
            assignedTo?: components["schemas"]["FormPersonRef"];
            /**
             * Format: date-time
             * @description When it was assigned. RFC 3339, UTC.
             */
            assignedAtTime?: string;
            /**
             * Format: date-time
             * @description When it is due. RFC 3339, UTC.
             */
            dueAtTime?: string;
            /** @description The route stop that it belongs to, as it was sent. */
            routeStopId?: string;
            location?: components["schemas"]["FormLocation"];
            score?: components["schemas"]["FormScore"];
            approvalDetails?: components["schemas"]["FormApprovalDetails"];
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
            /** @description The answered fields, in the order of the template. */
            fields: components["schemas"]["FormField"][];
        };
        /** @description A cell. */
        FormTableCell: components["schemas"]["FormTableCellText"] | components["schemas"]["FormTableCellNumber"] | components["schemas"]["FormTableCellDatetime"] | components["schemas"]["FormTableCellCheckBoxes"] | components["schemas"]["FormTableCellMultipleChoice"] | components["schemas"]["FormTableCellSignature"] | components["schemas"]["FormTableCellMedia"] | components["schemas"]["FormTableCellPerson"] | components["schemas"]["FormTableCellBarcode"];
        /** @description A cell. */
        FormTableCellBarcode: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "barcode";
            barcodeValue?: components["schemas"]["FormBarcodeValue"];
        };
        /** @description A cell. */
        FormTableCellCheckBoxes: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "check_boxes";
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValue"];
        };
        /** @description A cell. */
        FormTableCellDatetime: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "datetime";
            dateTimeValue?: components["schemas"]["FormDateTimeValue"];
        };
        /** @description A cell. */
        FormTableCellMedia: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "media";
            mediaValue?: components["schemas"]["FormMediaValue"];
        };
        /** @description A cell. */
        FormTableCellMultipleChoice: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "multiple_choice";
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValue"];
        };
        /** @description A cell. */
        FormTableCellNumber: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "number";
            numberValue?: components["schemas"]["FormNumberValue"];
        };
        /** @description A cell. */
        FormTableCellPerson: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "person";
            personValue?: components["schemas"]["FormPersonValue"];
        };
        /** @description A cell. */
        FormTableCellSignature: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "signature";
            signatureValue?: components["schemas"]["FormSignatureValue"];
        };
        /** @description A cell. */
        FormTableCellText: {
            /**
             * Format: uuid
             * @description Id of its column.
             */
            id: string;
            /**
             * @description What it holds. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
            textValue?: components["schemas"]["FormTextValue"];
        };
        /** @description A column. */
        FormTableColumn: {
            /**
             * Format: uuid
             * @description Id of the column.
             */
            id: string;
            /** @description Heading of the column. */
            label: string;
            type: components["schemas"]["FormColumnType"];
        };
        /** @description A column of a table field. */
        FormTableColumnDefinition: {
            /** @description Id of the column, a UUID; its cells have it too. */
            id: string;
            /** @description Heading of the column. */
            label: string;
            type: components["schemas"]["FormColumnType"];
            /** @description Digits after the point that a number may have; any if absent. */
            numDecimalPlaces?: number;
            allowedDateTimeValueType?: components["schemas"]["DateTimeKind"];
            /** @description Ours: IANA time zone in which a date field tells its calendar day; the offset of each value if absent. */
            timeZone?: string;
            /** @description Whether a person field takes a name that is not in the directory. */
            allowManualEntry?: boolean;
            /** @description Whether a person field takes drivers; true if absent. */
            includeDrivers?: boolean;
            /** @description Whether a person field takes users; true if absent. */
            includeUsers?: boolean;
            /** @description Ids of the roles, one of which a user of a person field must have. */
            filterByRoleIds?: string[];
            /** @description What may be selected. */
            options?: components["schemas"]["FormOption"][];
        };
        /** @description A row. */
        FormTableRow: {
            /**
             * Format: uuid
             * @description Id of the row.
             */
            id: string;
            /** @description The cells that are filled in. */
            cells: components["schemas"]["FormTableCell"][];
        };
        /** @description Answer of a table field. */
        FormTableValue: {
            /** @description The columns, in order. */
            columns: components["schemas"]["FormTableColumn"][];
            /** @description The rows, in order. */
            rows: components["schemas"]["FormTableRow"][];
        };
        FormTemplate: {
            /**
             * Format: uuid
             * @description Id of the template.
             */
            id: string;
            /**
             * Format: uuid
             * @description Its present revision; a change of what it says makes a new one.
             */
            revisionId: string;
            /** @description Title of the form. */
            title: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            createdBy: components["schemas"]["FormPersonRef"];
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            updatedBy: components["schemas"]["FormPersonRef"];
            approvalConfig?: components["schemas"]["FormApprovalConfig"];
            /** @description What it is for. */
            description?: string;
            /**
             * @description What the form is about.
             * @enum {string}
             */
            formCategory?: "general" | "routing" | "fuel" | "safety" | "assetInspection";
            /** @description The sections, in order. */
            sections: components["schemas"]["FormTemplateSection"][];
            /** @description All fields, in order. */
            fields: components["schemas"]["FormFieldDefinition"][];
        };
        /** @description What is filled in. */
        FormTemplateRef: {
            /**
             * Format: uuid
             * @description Id of the template.
             */
            id: string;
            /**
             * Format: uuid
             * @description The revision that it is made with.
             */
            revisionId: string;
        };
        /** @description A run of fields under a heading. */
        FormTemplateSection: {
            /**
             * Format: uuid
             * @description Id of the section.
             */
            id: string;
            /** @description Heading of the section. */
            label: string;
            /** @description Index of its first field in `fields`, from 0. */
            fieldIndexFirstInclusive: number;
            /** @description Index of its last field in `fields`. */
            fieldIndexLastInclusive: number;
        };
        /** @description Answer of a text field. */
        FormTextValue: {
            /** @description The text. */
            value: string;
        };
        /** @description For text fields. */
        FormTextValueInput: {
            /** @description The text, at most 10,000 characters. */
            value: string;
        };
        FulfilMediaRetrieval: {
            /**
             * Format: uuid
             * @description Id of the retrieval.
             */
            retrievalId: string;
            /** @description Which of its camera inputs; needed when more than one is pending. */
            input?: components["schemas"]["CameraInput"];
            /**
             * Format: date-time
             * @description When the recording really begins, if not when it was asked to. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startTime?: string;
            /**
             * Format: date-time
             * @description When it really ends. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            endTime?: string;
            cameraRole?: components["schemas"]["CameraRole"];
            /**
             * Format: binary
             * @description The recording, as for an upload.
             */
            file: Blob;
        };
        FulfilMediaRetrievalReply: {
            data: components["schemas"]["MediaRetrieval"];
        };
        Gateway: {
            /** @description Model of the gateway. */
            model: string;
            /** @description Serial number of the gateway. */
            serial: string;
        };
        GetAttentionReply: {
            data: components["schemas"]["Attention"];
        };
        GetAttributeReply: {
            data: components["schemas"]["AttributeExpanded"];
        };
        GetAttributesByEntityTypeReply: {
            /** @description The attributes of this page. */
            data: components["schemas"]["Attribute"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetDatasetsReply: {
            /** @description Datasets by display name. */
            data: components["schemas"]["ReportDataset"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetDriverEfficiencyByDriversReply: {
            /** @description Drivers with hours in the window, in the order of their ids. */
            data: components["schemas"]["DriverEfficiency"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetDriverEfficiencyByVehiclesReply: {
            /** @description Vehicles with hours in the window, in the order of their ids. */
            data: components["schemas"]["VehicleEfficiency"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetDriverEfficiencySeriesReply: {
            data: components["schemas"]["EfficiencySeries"];
        };
        GetDriverEfficiencySettingsReply: {
            data: components["schemas"]["DriverEfficiencySettings"];
        };
        GetDriverReply: {
            data: components["schemas"]["Driver"];
        };
        GetExpirationsReply: {
            /** @description Days or weeks in which anything expires, the earliest first. */
            data: components["schemas"]["Expirations"][];
        };
        GetFormSubmissionsPdfExportsReply: {
            data: components["schemas"]["FormPdfExport"];
        };
        GetFormSubmissionsReply: {
            /** @description The submissions, in the order of the ids. */
            data: components["schemas"]["FormSubmission"][];
        };
        GetFormSubmissionsStreamReply: {
            /** @description Submissions by the time of their last change. */
            data: components["schemas"]["FormSubmission"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetFormTemplatesReply: {
            /** @description Form templates, oldest first. */
            data: components["schemas"]["FormTemplate"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetLedgerVerificationReply: {
            data: components["schemas"]["LedgerVerification"];
        };
        GetMediaRetrievalReply: {
            data: components["schemas"]["MediaRetrieval"];
        };
        GetObjectsAsOfReply: {
            /** @description Those that there were at that moment, in the order asked for. */
            data: components["schemas"]["ObjectAsOf"][];
        };
        GetOrganizationInfoReply: {
            data: components["schemas"]["Organization"];
        };
        GetOrganizationSettingsReply: {
            data: components["schemas"]["OrganizationSettings"];
        };
        GetQualificationRecordsReply: {
            /** @description The records, in the order of the ids. */
            data: components["schemas"]["QualificationRecord"][];
        };
        GetQualificationRecordsStreamReply: {
            /** @description Qualification records by the time of their last change. */
            data: components["schemas"]["QualificationRecord"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetQualificationTypeFiguresReply: {
            /** @description Types that anybody has an active record of, in the order of their ids. */
            data: components["schemas"]["QualificationTypeFigures"][];
        };
        GetQualificationTypesReply: {
            /** @description Qualification types, oldest first. */
            data: components["schemas"]["QualificationType"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetReadinessHistoryReply: {
            /** @description What was so at the end of each day, from the changes in the ledger. */
            data: components["schemas"]["ReadinessDay"][];
        };
        GetReadinessLapsesReply: {
            /** @description One week after the other, the first from now on; also those in which nothing lapses. */
            data: components["schemas"]["ReadinessLapses"][];
        };
        GetReadinessReply: {
            data: components["schemas"]["Readiness"];
        };
        GetReportConfigsReply: {
            /** @description Report configs, oldest first. */
            data: components["schemas"]["ReportConfig"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetReportRunDataReply: {
            data: components["schemas"]["ReportRunData"];
            pagination: components["schemas"]["Pagination"];
        };
        GetReportRunsReply: {
            /** @description Runs, newest first. */
            data: components["schemas"]["ReportRun"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetRequirementStatusMatrixReply: {
            data: components["schemas"]["RequirementMatrix"];
            pagination: components["schemas"]["Pagination"];
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
        };
        GetRequirementStatusesStreamReply: {
            /** @description Statuses in the order of their last change. */
            data: components["schemas"]["RequirementStatus"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetSessionReply: {
            data: components["schemas"]["CurrentSession"];
        };
        GetSetUpReply: {
            data: components["schemas"]["SetUpState"];
        };
        GetSubjectSummaryReply: {
            data: components["schemas"]["SubjectSummary"];
        };
        GetTagReply: {
            data: components["schemas"]["Tag"];
        };
        GetTrainingAssignmentsReply: {
            /** @description The assignments, in the order of the ids. */
            data: components["schemas"]["TrainingAssignment"][];
        };
        GetTrainingAssignmentsStreamReply: {
            /** @description Assignments by the time of their last change. */
            data: components["schemas"]["TrainingAssignment"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetTrainingCourseFiguresReply: {
            /** @description Courses that anybody was assigned, in the order of their ids. */
            data: components["schemas"]["TrainingCourseFigures"][];
        };
        GetTrainingCoursesReply: {
            /** @description Courses, oldest first. */
            data: components["schemas"]["TrainingCourse"][];
            pagination: components["schemas"]["Pagination"];
        };
        GetUserReply: {
            data: components["schemas"]["User"];
        };
        GetVehicleReply: {
            data: components["schemas"]["Vehicle"];
        };
        GrossVehicleWeight: {
            /**
             * @description Unit of the weight.
             * @enum {string}
             */
            unit?: "lb" | "kg";
            /** @description Gross weight, in that unit. */
            weight?: number;
        };
        ImportFile: {
            /**
             * @description What is in the file: rows of people, vehicles or courses, or a JSON list of requirements.
             * @enum {string}
             */
            kind: "people" | "vehicles" | "courses" | "requirements";
            /**
             * @description What stands between the cells of a CSV; found out unless given.
             * @enum {string}
             */
            delimiter?: "," | ";" | "|" | "tab";
            /** @description True makes the tags that rows name and that are not there. */
            createTags?: boolean;
            /**
             * Format: binary
             * @description CSV or XLSX with a header, of requirements JSON; up to 5000 rows and 10 MiB.
             */
            file: Blob;
        };
        ImportFileReply: {
            data: components["schemas"]["ImportReport"];
        };
        ImportLine: {
            /** @description The line of the file that the row begins in; of requirements which of the list it is, from 1. */
            line: number;
            /**
             * @description What became of the row, or would.
             * @enum {string}
             */
            outcome: "created" | "updated" | "unchanged" | "refused";
            /** @description Name or title, as the row has it. */
            name?: string;
            /** @description Id of the object; absent for one that is not there because nothing was written. */
            id?: string;
            /** @description Everything that is wrong with a row that is refused. */
            problems?: components["schemas"]["ImportProblem"][];
        };
        ImportProblem: {
            /** @description The column, or the place in a requirement. */
            field?: string;
            /** @description What the cell has. */
            value?: string;
            /** @description What is wrong, and what to do. */
            message: string;
        };
        ImportReport: {
            /**
             * @description What is in the file.
             * @enum {string}
             */
            kind: "people" | "vehicles" | "courses" | "requirements";
            /** @description True when all of it is written; false on a dry run, and when a row is refused. */
            isApplied: boolean;
            /** @description Rows with any text. */
            rows: number;
            /** @description Those that add an object. */
            created: number;
            /** @description Those that change one. */
            updated: number;
            /** @description Those that change nothing. */
            unchanged: number;
            /** @description Those with which something is wrong. */
            refused: number;
            /** @description Names of the tags that it makes. */
            newTags: string[];
            /** @description Columns that nobody can set. */
            passedOver: string[];
            /** @description Every row, in the order of the file. */
            lines: components["schemas"]["ImportLine"][];
        };
        InvalidError: {
            /** @description What went wrong, naming the field and the fix. */
            message: string;
            /** @description Names this request in the server log. */
            requestId: string;
            /** @description What is wrong with which field or parameter, where that is known: at most 50. */
            fields?: {
                [key: string]: string;
            };
        };
        LedgerEntry: {
            /** @description Its number, without gaps; a decimal number as text. */
            seq: string;
            /**
             * Format: date-time
             * @description When it was written. RFC 3339, UTC.
             */
            at: string;
            /** @description Who wrote it, such as user-4392. */
            actor: string;
            /** @description What they are called now. */
            actorName?: string;
            /** @description The request or job that wrote it, as the server log has it. */
            requestId: string;
            /** @description SHA-256 over it and the hash of the entry before, in hex. */
            hash: string;
            /** @description How many objects it changed. */
            changeCount: number;
            /** @description The first 100 of them, without documents. */
            changes: components["schemas"]["LedgerEntryChange"][];
        };
        LedgerEntryChange: {
            /** @description The kind of object. */
            resource: string;
            /** @description Its id. */
            id: string;
            /** @description What was done with it: create, update, delete, overdue, … */
            operation: string;
            /** @description True when its document was erased; the chain still covers it. */
            isErased: boolean;
        };
        LedgerVerification: {
            /**
             * Format: uuid
             * @description Id of the verification.
             */
            id: string;
            /**
             * @description `complete` once all is walked or something is found; `failed` when that was not possible.
             * @enum {string}
             */
            status: "pending" | "complete" | "failed";
            /** @description Whether it reads the stored files, too. */
            withFiles: boolean;
            /**
             * Format: date-time
             * @description When it was asked for. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who asked for it. */
            createdById: string;
            /**
             * Format: date-time
             * @description When it ended. RFC 3339, UTC.
             */
            completedAtTime?: string;
            result?: components["schemas"]["LedgerVerificationResult"];
            /** @description How much of the ledger is walked, 0 to 100. */
            percentComplete: number;
        };
        /** @description What was found of the stored files, where they were read. */
        LedgerVerificationFiles: {
            /** @description Files read. */
            checked: number;
            /** @description Their bytes. */
            bytes: number;
            /** @description Those that are missing or altered. */
            bad: number;
            /** @description The first 20 of them. */
            named: components["schemas"]["BadFile"][];
        };
        /** @description What was found. */
        LedgerVerificationResult: {
            /** @description True when every entry, every table and every file read is as the ledger says. */
            isWhole: boolean;
            /** @description Entries that are as they were written. */
            writes: number;
            /** @description Documents that they have. */
            changes: number;
            /** @description Those of them that were erased. */
            erased: number;
            /** @description The end of the ledger as ORGANIZATION:SEQ:HASH: kept elsewhere, it proves a later one. */
            lastEntry?: string;
            /** @description The first that is not as it was written, in words. */
            problem?: string;
            /** @description The entry where the walk stopped; absent where a table or file differs. */
            problemSeq?: string;
            files?: components["schemas"]["LedgerVerificationFiles"];
        };
        ListAccountsReply: {
            /** @description Accounts, by person. */
            data: components["schemas"]["Account"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListChangesReply: {
            /** @description Changes in the order in which they were committed, those of one entry together. */
            data: components["schemas"]["Change"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListDirectoryUsersReply: {
            /** @description How many there are in all pages. */
            count: number;
            /** @description Absolute URL of the next page; null on the last one. */
            next: string | null;
            /** @description Absolute URL of the page before; null on the first one. */
            previous: string | null;
            /** @description The people of this page. */
            results: components["schemas"]["DirectoryUser"][];
        };
        ListDriverEfficiencyRankingReply: {
            /** @description Those with hours in the window, in the order asked for. Deleted drivers are left out. */
            data: components["schemas"]["EfficiencyRank"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListDriversReply: {
            /** @description The drivers of this page. */
            data: components["schemas"]["Driver"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListEligibilityOverridesReply: {
            /** @description Overrides, oldest first. */
            data: components["schemas"]["EligibilityOverride"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListFormSubmissionsReply: {
            /** @description Submissions in the order asked for. */
            data: components["schemas"]["ListedFormSubmission"][];
            pagination: components["schemas"]["Pagination"];
            /** @description With "Prefer: count", on the first page: how many there are in all pages. */
            count?: number;
        };
        ListLedgerReply: {
            /** @description Entries of the ledger, newest first. */
            data: components["schemas"]["LedgerEntry"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListOccurrencesReply: {
            /** @description Occurrences, the latest to happen first. */
            data: components["schemas"]["Occurrence"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListOwnSessionsReply: {
            /** @description Sessions that have not ended, newest first. */
            data: components["schemas"]["Session"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListQualificationRecordsReply: {
            /** @description Records that are not deleted, in the order asked for. */
            data: components["schemas"]["ListedQualificationRecord"][];
            pagination: components["schemas"]["Pagination"];
            /** @description With "Prefer: count", on the first page: how many there are in all pages. */
            count?: number;
        };
        ListReminderPoliciesReply: {
            /** @description The organization's, then those of requirements. */
            data: components["schemas"]["ReminderPolicy"][];
            mail: components["schemas"]["ReminderMail"];
        };
        ListRemindersReply: {
            /** @description Reminders, the newest first. */
            data: components["schemas"]["Reminder"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListReportSchedulesReply: {
            /** @description Schedules, oldest first. */
            data: components["schemas"]["ReportSchedule"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListRequirementStatusesReply: {
            /** @description Statuses, by subject and requirement. */
            data: components["schemas"]["AskedRequirementStatus"][];
            pagination: components["schemas"]["Pagination"];
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
            /** @description With "Prefer: count": how many of all that the filters leave have each status, and are overdue. */
            counts?: {
                [key: string]: number;
            };
        };
        ListRequirementsReply: {
            /** @description Requirements, oldest first. */
            data: components["schemas"]["Requirement"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSessionsReply: {
            /** @description Sessions that have not ended, newest first. */
            data: components["schemas"]["Session"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSignInCodesReply: {
            /** @description Codes that are still good, newest first. */
            data: components["schemas"]["SignInCode"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSignInDevicesReply: {
            /** @description Devices that take a PIN, newest first. */
            data: components["schemas"]["SignInDevice"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSignInFailuresReply: {
            /** @description Attempts that failed, the latest first. */
            data: components["schemas"]["SignInFailure"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSubjectTimelineReply: {
            /** @description What happened, the latest first. */
            data: components["schemas"]["TimelineEntry"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListSubjectsReply: {
            /** @description People and vehicles, in the order asked for. */
            data: components["schemas"]["ListedSubject"][];
            pagination: components["schemas"]["Pagination"];
            /** @description With "Prefer: count", on the first page: how many there are in all pages. */
            count?: number;
        };
        ListTagsReply: {
            /** @description The tags of this page. */
            data: components["schemas"]["Tag"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListTokenScopesReply: {
            /** @description Scopes that you can give a token, by name. */
            data: string[];
        };
        ListTokensReply: {
            /** @description Tokens, oldest first. */
            data: components["schemas"]["ApiToken"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListTrainingAssignmentsReply: {
            /** @description Assignments that are not deleted, in the order asked for. */
            data: components["schemas"]["ListedAssignment"][];
            pagination: components["schemas"]["Pagination"];
            /** @description With "Prefer: count", on the first page: how many there are in all pages. */
            count?: number;
        };
        ListTrainingCourseCategoriesReply: {
            /** @description Categories by name. */
            data: components["schemas"]["TrainingCourseCategory"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListTrainingPackagesReply: {
            /** @description How many there are in all pages. */
            count: number;
            /** @description Absolute URL of the next page; null on the last one. */
            next: string | null;
            /** @description Absolute URL of the page before; null on the first one. */
            previous: string | null;
            /** @description The packages of this page. */
            results: components["schemas"]["TrainingPackage"][];
        };
        ListTrainingRecordsReply: {
            /** @description How many there are in all pages. */
            count: number;
            /** @description Absolute URL of the next page; null on the last one. */
            next: string | null;
            /** @description Absolute URL of the page before; null on the first one. */
            previous: string | null;
            /** @description The records of this page. */
            results: components["schemas"]["TrainingRecord"][];
        };
        ListUploadedMediaReply: {
            /** @description One page. */
            data: {
                /** @description Camera media, in order of arrival. */
                media: components["schemas"]["CameraMedia"][];
            };
            /** @description Where the next page is. */
            pagination: components["schemas"]["Pagination"];
        };
        ListUserRolesReply: {
            /** @description The roles of this page. */
            data: components["schemas"]["UserRole"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListUsersReply: {
            /** @description The users of this page. */
            data: components["schemas"]["User"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListVehiclesReply: {
            /** @description The vehicles of this page. */
            data: components["schemas"]["Vehicle"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListWaiversReply: {
            /** @description Waivers, oldest first. */
            data: components["schemas"]["Waiver"][];
            pagination: components["schemas"]["Pagination"];
        };
        ListedAssignment: {
            assignment: components["schemas"]["TrainingAssignment"];
            /** @description What the course is called now. */
            courseTitle: string;
            /** @description What the learner is called now. */
            learnerName: string;
        };
        ListedFormSubmission: {
            submission: components["schemas"]["FormSubmission"];
            /** @description What the form is called now. */
            formTitle: string;
            /** @description What whom it is assigned to, else who handed it in, is called now. */
            personName?: string;
        };
        ListedQualificationRecord: {
            record: components["schemas"]["QualificationRecord"];
            /** @description What the owner is called now. */
            ownerName: string;
            /**
             * @description What its dates make of it now, whatever its status.
             * @enum {string}
             */
            standing: "notYetValid" | "valid" | "expiring" | "lapsed";
        };
        ListedSubject: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
            /** @description Whether the person is active; vehicles are. */
            status: components["schemas"]["SubjectStatus"];
            /** @description The tags that it is in itself, by name. */
            tags: components["schemas"]["SubjectTag"][];
            requirements: components["schemas"]["SubjectRequirements"];
        };
        MatrixRequirement: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            severity: components["schemas"]["RequirementSeverity"];
        };
        MatrixSubject: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
            /** @description One character a column: `-` not needed, `w` waived, `m` missing, `c` current, `e` expiring, `x` expired; `M` and `X` are overdue. */
            statuses: string;
        };
        /** @description The picture of the signature. */
        MediaRecord: {
            /**
             * Format: uuid
             * @description Id of the file.
             */
            id: string;
            /**
             * @description Whether the file can be fetched yet; never unknown here.
             * @enum {string}
             */
            processingStatus: "unknown" | "processing" | "finished";
            /**
             * Format: uri
             * @description Opens the file, without a token; only once it is finished.
             */
            url?: string;
            /**
             * Format: date-time
             * @description Until when `url` works. RFC 3339, UTC.
             */
            urlExpiresAt?: string;
            /**
             * Format: uri
             * @description Ours: opens a JPEG of at most 480 pixels, for pictures, as long as `url` does.
             */
            thumbnailUrl?: string;
        };
        MediaRetrieval: {
            /** @description What was asked for, one for each camera input. */
            media: components["schemas"]["RetrievedMedia"][];
        };
        /** @description Where the file is. */
        MediaUrl: {
            /** @description Opens the file for whoever has it, without a token. */
            url: string;
            /**
             * Format: date-time
             * @description Until when it works: eight hours from the request. RFC 3339, UTC.
             */
            urlExpiryTime: string;
        };
        /** @description A person or vehicle by name. */
        NamedSubject: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
        };
        NeededRequirement: {
            requirement: components["schemas"]["NeededRequirementName"];
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /** @description True when something that would satisfy it is under way. */
            isInHand: boolean;
            /**
             * Format: date-time
             * @description Since when it is so. RFC 3339, UTC.
             */
            since: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
            /**
             * Format: date-time
             * @description By when it is to be satisfied, for the first time or again. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment before it is overdue. RFC 3339, UTC.
             */
            graceUntil?: string;
            /**
             * Format: date-time
             * @description When time alone will change any of this. RFC 3339, UTC.
             */
            nextChangeAt?: string;
        };
        /** @description What is required. */
        NeededRequirementName: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description The rule or paper that asks for it. */
            citation?: string;
            severity: components["schemas"]["RequirementSeverity"];
        };
        NewApiToken: {
            /**
             * Format: uuid
             * @description Id of the token.
             */
            id: string;
            /** @description What uses it. */
            name: string;
            /** @description The user that it acts as. */
            userId: string;
            /** @description What it may do. */
            scopes: string[];
            /** @description The tags that it is limited to; absent for the whole organization. */
            tagIds?: string[];
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When it was revoked. RFC 3339, UTC.
             */
            revokedAtTime?: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; absent until it is. RFC 3339, UTC.
             */
            seenAtTime?: string;
            /** @description What its holder sends. It is told this once: not for a dry run, nor again for an Idempotency-Key. */
            token?: string;
        };
        NewMediaRetrieval: {
            /**
             * Format: uuid
             * @description Id to ask for the media with.
             */
            retrievalId: string;
            /** @description How much of the month’s quota is used, in words: seconds of high-resolution video. */
            quotaStatus: string;
        };
        NewSignInCode: {
            /**
             * Format: uuid
             * @description Id of the code; it opens nothing.
             */
            id: string;
            /**
             * @description What it is for: setting the organization up, signing an administrator in whom the operator names, signing in to the demo, an invitation, a code for a camera on a screen or on paper, a link by mail.
             * @enum {string}
             */
            purpose: "setup" | "operator" | "demo" | "invitation" | "screen" | "paper" | "mail";
            /** @description Id of the person whom it signs in. */
            personId?: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType?: "driver" | "user";
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            madeAtTime: string;
            /**
             * Format: date-time
             * @description Until when it is good. RFC 3339, UTC.
             */
            endsAtTime: string;
            /** @description The code, told once: a request that is repeated is answered without it. */
            code?: string;
            /** @description Where a browser goes with it, below the address of this server. */
            path?: string;
        };
        NewTrainingAssignment: {
            /** @description Id of the assignment, a UUID. */
            id: string;
            course: components["schemas"]["TrainingCourseRef"];
            learner: components["schemas"]["TrainingLearner"];
            /**
             * Format: date-time
             * @description When it was assigned. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who assigned it, such as user-4392. */
            createdById: string;
            /**
             * Format: date-time
             * @description When it is due. RFC 3339, UTC.
             */
            dueAtTime?: string;
            /** @description True for an unfinished assignment of the same course and learner that was there before and is left as it was. */
            isExistingAssignment: boolean;
        };
        ObjectAsOf: {
            /** @description Its id. */
            id: string;
            /** @description The entry of the ledger that made it so. */
            seq: string;
            /**
             * Format: date-time
             * @description When that was. RFC 3339, UTC.
             */
            at: string;
            /** @description Who did it, such as user-4392. */
            actor: string;
            /** @description What was done: create, update, or what time did. */
            operation: string;
            /** @description What it was, as the ledger has it. Null where that was erased since. */
            document: {
                [key: string]: unknown;
            } | null;
        };
        Occurrence: {
            /**
             * Format: uuid
             * @description Id of the occurrence.
             */
            id: string;
            subject: components["schemas"]["SubjectRef"];
            /** @description What happened, as requirements name it. */
            type: string;
            /**
             * Format: date-time
             * @description When it happened. RFC 3339, UTC.
             */
            at: string;
            /** @description What whoever told of it calls it. */
            externalId?: string;
            /** @description What else is known of it. */
            details: {
                [key: string]: string | number | boolean;
            };
            /**
             * Format: date-time
             * @description When it was told. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who told of it. */
            createdById: string;
        };
        Organization: {
            /** @description Id of the organization. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description The carrier, as regulators know it. */
            carrierSettings: {
                /** @description Name of the carrier. */
                carrierName?: string;
                /** @description US DOT number. */
                dotNumber?: number;
                /** @description Address of the main office. */
                mainOfficeAddress?: string;
            };
        };
        OrganizationSettings: {
            /** @description IANA time zone in which days begin and end, where a person has none of their own. */
            timeZone: string;
            /**
             * Format: uuid
             * @description The date attribute that says when somebody started, for rules that count from then.
             */
            startDateAttributeId?: string;
        };
        Pagination: {
            /** @description Send it as `after` to get the next page; empty at the end of a list. */
            endCursor: string;
            /** @description True when more may follow: go by this, never by the length of a page. */
            hasNextPage: boolean;
        };
        ParentTag: {
            /** @description Id of the tag above. */
            id: string;
            /** @description Its name. */
            name?: string;
        };
        PatchDirectoryUser: {
            /** @description Email address, unique among users. A driver may have none. */
            email?: string | null;
            /** @description First name, 1 to 127 characters. */
            first_name?: string;
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description Last name, at most 127 characters. */
            last_name?: string | null;
            /** @description Job title, at most 255 characters. */
            job_title?: string | null;
            /** @description The manager: an api_id, a directory id or an external id key:value; null for none. */
            manager_api_id?: string | null;
            /** @description Whether the person works now; true for a new one. */
            is_active?: boolean;
        };
        PatchDriverEfficiencySettings: {
            /**
             * @description How scores are written: numbers from 0 to 100, or letters from A to G. Difficulty is not affected.
             * @enum {string}
             */
            scoreFormat?: "numbers" | "letters";
            letterBounds?: components["schemas"]["EfficiencyLetterBoundsInput"];
            metrics?: components["schemas"]["EfficiencyMetricsSettingsInput"];
            /** @description The four average weights, in kilograms, from which the vehicle weight score is 2, 3, 4 and 5. */
            vehicleWeightBoundsKg?: number[];
        };
        PatchFormSubmission: {
            /** @description Id of the submission, or an external id key:value. */
            id: string;
            /**
             * @description Where to move it; a move that its present status does not allow is a 400 that names those it does.
             * @enum {string}
             */
            status?: "notStarted" | "archived" | "inProgress" | "changesRequested" | "approved";
            /** @description Its title, at most 255 characters. */
            title?: string;
            /**
             * Format: date-time
             * @description When it is due. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            dueAtTime?: string;
            /** @description The route stop that it belongs to, kept as it is sent. */
            routeStopId?: string;
            /** @description Whether whoever it is assigned to has to complete it; true if absent and assigned. */
            isRequired?: boolean;
            /** @description Who is to fill it in. */
            assignedTo?: {
                /** @description Id of the person, or an external id key:value. */
                id: string;
                /**
                 * @description Kind of person.
                 * @enum {string}
                 */
                type: "driver" | "user";
            };
            /** @description Only with the status approved or changesRequested. */
            approvalDetails?: {
                /** @description Why; needed when changes are requested. At most 10,000 characters. */
                comment?: string;
            };
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        PatchFormSubmissionReply: {
            data: components["schemas"]["FormSubmission"];
        };
        PatchQualificationRecordReply: {
            data: components["schemas"]["QualificationRecord"];
        };
        PatchReminderPolicy: {
            /**
             * Format: uuid
             * @description The requirement to give a policy of its own, or whose own to change; the organization's unless given.
             */
            requirementId?: string;
            /** @description Whether anybody is reminded by it. */
            isOn?: boolean;
            /** @description Days before the due day on which to remind. */
            daysBefore?: number[];
            /** @description Whether to remind on the due day. */
            onDueDay?: boolean;
            /** @description Remind every so many days after the due day; 0 for never. */
            everyDaysAfter?: number;
            /** @description How many times after the due day at most. */
            timesAfter?: number;
            /** @description Time of day of each step, in the subject's zone. HH:MM. */
            atTime?: string;
            /** @description Nothing is sent from this time of day on. HH:MM. */
            quietFrom?: string;
            /** @description Nor before this one; the same as quietFrom for no quiet hours. HH:MM. */
            quietUntil?: string;
            /** @description The days on which anything is sent. */
            workdays?: number[];
            language?: components["schemas"]["ReminderLanguage"];
            /** @description Whoever holds this role on one of the subject's tags, or above, gets a copy; null for nobody. */
            managerRoleId?: string | null;
            /** @description From which step on managers get copies, in days from the due day: -7, 0, 14. */
            managersFromDay?: number;
        };
        PatchTag: {
            /** @description Name of the tag. */
            name?: string;
            parentTagId?: string | null;
            addresses?: string[] | null;
            assets?: string[] | null;
            drivers?: string[] | null;
            machines?: string[] | null;
            sensors?: string[] | null;
            vehicles?: string[] | null;
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        PatchTagReply: {
            data: components["schemas"]["Tag"];
        };
        PatchTrainingAssignmentsReply: {
            /** @description The assignments, in the order of the ids. */
            data: components["schemas"]["TrainingAssignment"][];
        };
        PatchTrainingPackage: {
            /** @description Name of the package, 1 to 255 characters. */
            name?: string;
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description What it teaches, at most 10,000 characters; null for nothing. */
            description?: string | null;
            /** @description Whether it can be assigned; true for a new one. False retires it: its records in progress are deleted. */
            is_active?: boolean;
        };
        PatchTrainingRecord: {
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description Who trains: an api_id, a directory id such as driver-281474, or an external id key:value. */
            person_api_id?: string;
            /** @description The api_id of an active package. */
            package_api_id?: string;
            /**
             * @description When the training began. ISO 8601 with any offset.
             * @example 2026-11-21T09:00:00Z
             */
            date_started?: string | null;
            /**
             * @description When it was completed; without a start it began then too. ISO 8601 with any offset.
             * @example 2026-11-21T09:00:00Z
             */
            date_completed?: string | null;
        };
        PostDriverEfficiencyHoursReply: {
            data: components["schemas"]["EfficiencyHoursOutcome"];
        };
        PostEfficiencyHours: {
            /** @description Hours, all written or none. One that was sent before, by driver, vehicle and hour, is replaced; of two alike in one request the later counts. */
            data: components["schemas"]["EfficiencyHour"][];
        };
        PostFormSubmissionReply: {
            data: components["schemas"]["FormSubmission"];
        };
        PostFormSubmissionsPdfExportsReply: {
            data: components["schemas"]["FormPdfExport"];
        };
        PostMediaRetrievalReply: {
            data: components["schemas"]["NewMediaRetrieval"];
        };
        PostQualificationRecordReply: {
            data: components["schemas"]["QualificationRecord"];
        };
        PostTrainingAssignmentsReply: {
            /** @description One a learner, in the order given. */
            data: components["schemas"]["NewTrainingAssignment"][];
        };
        /** @description The answer to a field. */
        PrefilledFormField: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /**
             * @description Type of the field.
             * @enum {string}
             */
            type: "number" | "text" | "multiple_choice" | "check_boxes" | "datetime" | "asset" | "person" | "table" | "geofence" | "barcode";
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            personValue?: components["schemas"]["FormPersonValueInput"];
            barcodeValue?: components["schemas"]["FormBarcodeValueInput"];
            assetValue?: components["schemas"]["FormAssetValueInput"];
            geofenceValue?: components["schemas"]["FormGeofenceValueInput"];
            tableValue?: components["schemas"]["PrefilledTableValueInput"];
        };
        /** @description A cell. */
        PrefilledTableCellInput: {
            /**
             * Format: uuid
             * @description Id of the column that the cell is in.
             */
            id: string;
            /** @description Type of the column. */
            type: string;
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            personValue?: components["schemas"]["FormPersonValueInput"];
            barcodeValue?: components["schemas"]["FormBarcodeValueInput"];
        };
        /** @description A row. */
        PrefilledTableRowInput: {
            /**
             * Format: uuid
             * @description Id of the row, of your choice.
             */
            id: string;
            /** @description The cells that are filled in. */
            cells: components["schemas"]["PrefilledTableCellInput"][];
        };
        /** @description For table fields. */
        PrefilledTableValueInput: {
            /** @description The rows, at most 200. */
            rows: components["schemas"]["PrefilledTableRowInput"][];
        };
        PreviewCameraMedia: {
            /** @description Id of the vehicle that the camera is in. */
            vehicleId: string;
            /**
             * @description Stills only.
             * @enum {string}
             */
            mediaType: "image";
            /**
             * Format: date-time
             * @description When the recording begins; of a still, when it was taken. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it ends; of a still, its startTime. RFC 3339, UTC.
             */
            endTime: string;
            /**
             * @description Camera input; every analog one is called dashcamRearFacing.
             * @enum {string}
             */
            input: "dashcamForwardFacing" | "dashcamInwardFacing" | "dashcamRearFacing";
            /**
             * @description Why it was recorded.
             * @enum {string}
             */
            triggerReason: "api" | "panicButton" | "periodicStill" | "tripEndStill" | "tripStartStill" | "videoRetrieval";
            /**
             * Format: date-time
             * @description When it arrived here; no two uploads of an organization have the same. RFC 3339, UTC.
             */
            availableAtTime: string;
            urlInfo?: components["schemas"]["MediaUrl"];
        };
        PreviewCreateReportRun: {
            /** @description Report to run. */
            customReportId: string;
            /**
             * Format: date-time
             * @description Where its time range begins. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startTime: string;
            /**
             * Format: date-time
             * @description Where its time range ends, not in the future. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            endTime: string;
            /** @description Only rows about a person or vehicle that has one of these attribute values. */
            attributeValueIds?: string[];
            /** @description Only rows about a person or vehicle that is in one of these tags. */
            tagIds?: number[];
        };
        PreviewDeleteTrainingAssignmentsReply: {
            /** @description One an id, in the order given. */
            data: components["schemas"]["TrainingAssignmentDeletion"][];
        };
        /** @description A field. */
        PreviewFormFieldDefinition: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description The question or heading. */
            label: string;
            /** @description Whether it must be answered. */
            isRequired: boolean;
            /**
             * @description What kind of answer it takes; a table or a barcode is told as text.
             * @enum {string}
             */
            type: "number" | "text" | "multiple_choice" | "check_boxes" | "media" | "datetime" | "signature" | "asset" | "person" | "geofence" | "instruction" | "media_instruction";
            /** @description What may be selected. */
            options?: components["schemas"]["FormOption"][];
            /** @description The most points it can bring: its best option, or the sum of its check boxes. */
            questionWeight?: number;
            /** @description Digits after the point that a number may have; any if absent. */
            numDecimalPlaces?: number;
            allowedDateTimeValueType?: components["schemas"]["DateTimeKind"];
            /** @description The kinds of assets that an asset field takes. */
            allowedAssetTypes?: ("Vehicle" | "Trailer" | "Equipment" | "UnpoweredAsset")[];
            /** @description Ours on this path: what someone agrees to by signing; signature fields. */
            legalText?: string;
            /** @description Whether a person field takes a name that is not in the directory. */
            allowManualEntry?: boolean;
            /** @description Ours on this path: offer only people in the current driver's tags. */
            filterByCurrentDriverTags?: boolean;
            /** @description Ids of the roles, one of which a user of a person field must have. */
            filterByRoleIds?: string[];
            /** @description Whether a person field takes drivers; true if absent. */
            includeDrivers?: boolean;
            /** @description Whether a person field takes users; true if absent. */
            includeUsers?: boolean;
        };
        PreviewFormTemplate: {
            /**
             * Format: uuid
             * @description Id of the template.
             */
            id: string;
            /**
             * Format: uuid
             * @description Its present revision; a change of what it says makes a new one.
             */
            revisionId: string;
            /** @description Title of the form. */
            title: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            createdBy: components["schemas"]["FormPersonRef"];
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            updatedBy: components["schemas"]["FormPersonRef"];
            approvalConfig?: components["schemas"]["FormApprovalConfig"];
            /** @description What it is for; empty if nobody said. */
            description: string;
            /** @description The sections, in order. */
            sections: components["schemas"]["PreviewFormTemplateSection"][];
            /** @description All fields, in order. */
            fields: components["schemas"]["PreviewFormFieldDefinition"][];
        };
        /** @description A run of fields under a heading. */
        PreviewFormTemplateSection: {
            /** @description Heading of the section. */
            label: string;
            /** @description Index of its first field in `fields`, from 0. */
            fieldIndexFirstInclusive: number;
            /** @description Index of its last field in `fields`. */
            fieldIndexLastInclusive: number;
        };
        PreviewGetCustomReportConfigsReply: {
            /** @description Reports, oldest first. */
            data: components["schemas"]["PreviewReportConfig"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetCustomReportRunDataReply: {
            data: components["schemas"]["PreviewReportRunData"];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetCustomReportRunsReply: {
            /** @description Runs of reports, newest first. */
            data: components["schemas"]["PreviewReportRun"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetDriverEfficiencyByDriversReply: {
            /** @description Drivers with hours in the window, in the order of their ids. */
            data: components["schemas"]["DriverEfficiency"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetDriverEfficiencyByVehiclesReply: {
            /** @description Vehicles with hours in the window, in the order of their ids. */
            data: components["schemas"]["VehicleEfficiency"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetFormTemplatesReply: {
            /** @description Form templates, oldest first. */
            data: components["schemas"]["PreviewFormTemplate"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewGetTrainingCoursesReply: {
            /** @description Courses, oldest first. */
            data: components["schemas"]["PreviewTrainingCourse"][];
            pagination: components["schemas"]["Pagination"];
        };
        PreviewListUploadedMediaReply: {
            /** @description One page. */
            data: {
                /** @description Camera media, in order of arrival. */
                media: components["schemas"]["PreviewCameraMedia"][];
            };
            /** @description Where the next page is. */
            pagination: components["schemas"]["Pagination"];
        };
        PreviewPatchTrainingAssignmentsReply: {
            /** @description The assignments, in the order of the ids. */
            data: components["schemas"]["TrainingAssignment"][];
        };
        PreviewPostCustomReportRunReply: {
            data: components["schemas"]["PreviewReportRunCreated"];
        };
        PreviewReportColumn: {
            /** @description What people read. */
            displayName: string;
            /**
             * @description What its cells hold; times are strings.
             * @enum {string}
             */
            type: "string" | "numeric";
            /**
             * @description Unit of its numbers, where this surface has a word for it.
             * @enum {string}
             */
            unit?: "kilograms" | "milliseconds";
            /**
             * @description The same unit in the words of an older client.
             * @enum {string}
             */
            baseUnit?: "kilogram" | "milliseconds";
        };
        PreviewReportConfig: {
            /**
             * Format: uuid
             * @description Id of the report.
             */
            id: string;
            /** @description What people call it. */
            reportName: string;
            /** @description What the report shows, in this order. */
            columns: components["schemas"]["PreviewReportColumn"][];
        };
        PreviewReportRun: {
            /**
             * Format: uuid
             * @description Id of the run.
             */
            id: string;
            /**
             * Format: uuid
             * @description The report that it is of.
             */
            customReportId: string;
            /**
             * @description pending until it has ended as one of the others.
             * @enum {string}
             */
            status: "completed" | "pending" | "failed" | "cancelled";
            /** @description How far it is, 0 to 100; 100 only when completed. */
            percentComplete: number;
            /**
             * Format: date-time
             * @description Where its time range begins. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description Where its time range ends. RFC 3339, UTC.
             */
            endTime: string;
            /**
             * Format: date-time
             * @description When it was asked for. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When its status last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /** @description Attribute values that it is narrowed to. */
            attributeValueIds?: string[];
            /** @description Tags that it is narrowed to. */
            tagIds?: string[];
        };
        PreviewReportRunCreated: {
            /**
             * Format: uuid
             * @description Id of the run.
             */
            id: string;
            /**
             * Format: uuid
             * @description The report that it is of.
             */
            customReportId: string;
            /**
             * Format: date-time
             * @description When it was asked for. RFC 3339, UTC.
             */
            createdAtTime: string;
        };
        PreviewReportRunData: {
            /** @description What the report shows, in this order. */
            columns: components["schemas"]["PreviewReportColumn"][];
            /** @description One array a row, one cell a column: text, a number, a time in UTC, or null for an empty cell. */
            rows: (string | number | null)[][];
        };
        PreviewTrainingCourse: {
            /** @description Id of the course, a UUID. */
            id: string;
            /** @description Id of its present revision; a change of its content makes a new one. */
            revisionId: string;
            category: components["schemas"]["TrainingCourseCategory"];
            /** @description Title of the course. */
            title: string;
            /** @description What it teaches. */
            description?: string;
            /** @description How long it takes, in minutes. */
            estimatedTimeToCompleteMinutes: number;
            /**
             * @description Only published courses can be assigned.
             * @enum {string}
             */
            status: "published" | "deleted" | "archived" | "unknown";
            label?: components["schemas"]["TrainingCourseLabel"];
        };
        ProgressTrainingAssignment: {
            /** @description Id of the assignment. */
            id: string;
            /** @description Time spent so far in all, in minutes; never less than before. */
            durationMinutes: number;
        };
        ProgressTrainingAssignmentReply: {
            data: components["schemas"]["TrainingAssignment"];
        };
        PublishRequirementReply: {
            data: components["schemas"]["Requirement"];
        };
        PublishTrainingCourseReply: {
            data: components["schemas"]["TrainingCourse"];
        };
        /** @description Ours: what the type says about the expiration of its records. */
        QualificationExpiration: {
            /** @description Whether every record must say when it expires. */
            required: boolean;
            /** @description A record made without an expiration date expires this many months after its issue date. */
            monthsAfterIssue?: number;
        };
        /** @description An answered field. */
        QualificationField: components["schemas"]["QualificationFieldNumber"] | components["schemas"]["QualificationFieldText"] | components["schemas"]["QualificationFieldMultipleChoice"] | components["schemas"]["QualificationFieldCheckBoxes"] | components["schemas"]["QualificationFieldDatetime"] | components["schemas"]["QualificationFieldSignature"] | components["schemas"]["QualificationFieldMedia"] | components["schemas"]["QualificationFieldTable"];
        /** @description An answered field. */
        QualificationFieldCheckBoxes: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "check_boxes";
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldDatetime: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "datetime";
            dateTimeValue?: components["schemas"]["FormDateTimeValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description The value of a field; without a value it clears the field. */
        QualificationFieldInput: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /**
             * @description Type of the field.
             * @enum {string}
             */
            type: "number" | "text" | "multiple_choice" | "check_boxes" | "datetime" | "signature" | "media" | "table";
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            mediaValue?: components["schemas"]["FormMediaValueInput"];
            signatureValue?: components["schemas"]["FormSignatureValueInput"];
            tableValue?: components["schemas"]["QualificationTableValueInput"];
        };
        /** @description An answered field. */
        QualificationFieldMedia: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "media";
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldMultipleChoice: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "multiple_choice";
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldNumber: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "number";
            numberValue?: components["schemas"]["FormNumberValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldSignature: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "signature";
            signatureValue?: components["schemas"]["FormSignatureValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldTable: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "table";
            tableValue?: components["schemas"]["FormTableValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description An answered field. */
        QualificationFieldText: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /** @description Its label in the revision that was answered. */
            label?: string;
            /**
             * @description Type of the field. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
            textValue?: components["schemas"]["FormTextValue"];
            /** @description Answer of a media field. */
            mediaList?: components["schemas"]["MediaRecord"][];
        };
        /** @description Whose qualification it is. */
        QualificationOwner: {
            /**
             * @description Whose qualification it is: a driver or user (worker) or a vehicle (asset).
             * @enum {string}
             */
            entityType: "worker" | "asset";
            /** @description Id of the driver, user or vehicle, a decimal string. */
            id: string;
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
        };
        /** @description Whose qualification it is; of the kind that the type is for. */
        QualificationOwnerInput: {
            /**
             * @description Whose qualification it is: a driver or user (worker) or a vehicle (asset).
             * @enum {string}
             */
            entityType: "worker" | "asset";
            /** @description Its id or external id (key:value); a worker may also be named as driver-281474 or user-4392. */
            id: string;
        };
        /** @description A person of the directory. */
        QualificationPerson: {
            /** @description Id of the person, a decimal string. */
            id: string;
            /**
             * @description Kind of person.
             * @enum {string}
             */
            type: "driver" | "user";
        };
        /** @description A qualification that a worker or asset holds, or held. */
        QualificationRecord: {
            /** @description Id of the record, a UUID. */
            id: string;
            qualificationType: components["schemas"]["QualificationTypeRef"];
            /**
             * Format: date-time
             * @description Since when it holds. RFC 3339, UTC.
             */
            issueDate: string;
            /**
             * Format: date-time
             * @description When it expires; absent when it does not. RFC 3339, UTC.
             */
            expirationDate?: string;
            /**
             * @description Its status. An expired record is still active: compare expirationDate.
             * @enum {string}
             */
            recordStatus: "active" | "archived" | "deleted";
            /** @description Its values, in the order of the type's fields. */
            fields: components["schemas"]["QualificationField"][];
            /**
             * Format: date-time
             * @description When the record was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            createdBy: components["schemas"]["QualificationPerson"];
            /**
             * Format: date-time
             * @description When anybody last changed it. RFC 3339, UTC.
             */
            updatedAtTime: string;
            updatedBy: components["schemas"]["QualificationPerson"];
            /**
             * Format: uuid
             * @description Ours: the record that this one renews.
             */
            supersedesId?: string;
            owner: components["schemas"]["QualificationOwner"];
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
        };
        QualificationRecordId: {
            /** @description Id or external id (key:value) of the record. */
            id: string;
        };
        /** @description A cell. */
        QualificationTableCellInput: {
            /**
             * Format: uuid
             * @description Id of the column that the cell is in.
             */
            id: string;
            /** @description Type of the column. */
            type: string;
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            personValue?: components["schemas"]["FormPersonValueInput"];
            barcodeValue?: components["schemas"]["FormBarcodeValueInput"];
        };
        /** @description A row. */
        QualificationTableRowInput: {
            /**
             * Format: uuid
             * @description Id of the row, of your choice.
             */
            id: string;
            /** @description The cells that are filled in. */
            cells: components["schemas"]["QualificationTableCellInput"][];
        };
        /** @description For table fields. */
        QualificationTableValueInput: {
            /** @description The rows, at most 200. */
            rows: components["schemas"]["QualificationTableRowInput"][];
        };
        QualificationType: {
            /**
             * Format: uuid
             * @description Id of the qualification type.
             */
            id: string;
            /**
             * Format: uuid
             * @description Id of its present revision; a change of its name, fields or expiration makes a new one.
             */
            revisionId: string;
            /** @description Name of the qualification, such as Driver License. */
            name: string;
            /**
             * @description Whose qualification it is: a driver or user (worker) or a vehicle (asset).
             * @enum {string}
             */
            entityType: "worker" | "asset";
            /** @description What a record of this type is asked for. */
            fields: components["schemas"]["FormFieldDefinition"][];
            expiration: components["schemas"]["QualificationExpiration"];
            /**
             * @description Ours: new records can be made of an active type only.
             * @enum {string}
             */
            status: "active" | "archived";
            /**
             * Format: date-time
             * @description When the type was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            createdBy: components["schemas"]["QualificationPerson"];
            /**
             * Format: date-time
             * @description When anybody last changed it. RFC 3339, UTC.
             */
            updatedAtTime: string;
            updatedBy: components["schemas"]["QualificationPerson"];
        };
        QualificationTypeFigures: {
            /**
             * Format: uuid
             * @description Id of the qualification type.
             */
            typeId: string;
            /** @description Its active records. */
            active: number;
            /** @description Those of them that are expiring. */
            expiring: number;
            /** @description Those of them that have expired. */
            lapsed: number;
        };
        QualificationTypeId: {
            /** @description Id of the type. */
            id: string;
        };
        /** @description What it is a record of. */
        QualificationTypeInput: {
            /** @description Id of an active qualification type. */
            id: string;
        };
        /** @description What the record is a record of. */
        QualificationTypeRef: {
            /**
             * Format: uuid
             * @description Id of the qualification type.
             */
            id: string;
            /** @description Its name at that revision. */
            name: string;
            /**
             * Format: uuid
             * @description The revision of the type that the record was made with.
             */
            revisionId: string;
        };
        Readiness: {
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
            /** @description People and vehicles of whom something is needed. */
            subjects: number;
            /** @description Those of them who meet all of it. */
            ready: number;
            /** @description Statuses that are needed: all but `notNeeded`. */
            needed: number;
            /** @description Those of them that are met: current, expiring or waived. */
            met: number;
            /** @description Those that are overdue. */
            overdue: number;
            /** @description The met share of the needed, 0 to 1; null where nothing is needed. */
            share: number | null;
            /** @description How many have each status. */
            counts: {
                [key: string]: number;
            };
            /** @description The same for each requirement. */
            requirements: components["schemas"]["RequirementReadiness"][];
            /** @description The same for those who are in a tag themselves, for each tag. */
            tags: components["schemas"]["TagReadiness"][];
        };
        ReadinessDay: {
            /** @description The day, in the zone of the organization: 2026-11-21. */
            day: string;
            /** @description Statuses that are needed: all but `notNeeded`. */
            needed: number;
            /** @description Those of them that are met: current, expiring or waived. */
            met: number;
            /** @description The met share of the needed, 0 to 1; null where nothing is needed. */
            share: number | null;
        };
        ReadinessLapses: {
            /** @description Its first day, in the zone of the organization: 2026-11-21. */
            day: string;
            /** @description How many statuses that are met now lapse in it, if nothing is done. */
            count: number;
        };
        RemindNow: {
            /** @description Whom to remind of what, up to 500 pairs. */
            pairs: components["schemas"]["RemindPair"][];
        };
        RemindOutcome: {
            /** @description The person or vehicle. */
            subjectId: string;
            /**
             * Format: uuid
             * @description What to remind of.
             */
            requirementId: string;
            outcome: components["schemas"]["RemindOutcomeName"];
            /** @description Why not, in words. */
            reason?: string;
            /**
             * Format: uuid
             * @description Its row; absent where none was made.
             */
            reminderId?: string;
            /**
             * Format: date-time
             * @description From when on it is sent: after quiet hours, on a workday. RFC 3339, UTC.
             */
            sendAtTime?: string;
        };
        /**
         * @description Whether a reminder goes out.
         * @enum {string}
         */
        RemindOutcomeName: "planned" | "suppressed";
        RemindPair: {
            /** @description The person: 281474, driver-281474 or key:value. */
            subjectId: string;
            /**
             * Format: uuid
             * @description What to remind of.
             */
            requirementId: string;
        };
        Reminder: {
            /**
             * Format: uuid
             * @description Id of the reminder.
             */
            id: string;
            subject: components["schemas"]["ReminderSubject"];
            /**
             * Format: uuid
             * @description What is required.
             */
            requirementId: string;
            /**
             * Format: date-time
             * @description When the cycle is due that it is about. RFC 3339, UTC.
             */
            dueAtTime: string;
            /** @description Days from the due day: -30, 0, 7. Or `now` and the day on which somebody asked for it. */
            step: string;
            channel: components["schemas"]["ReminderChannel"];
            /** @description The subject, or a manager who gets a copy. */
            recipientId: string;
            /**
             * Format: date-time
             * @description When the step came. RFC 3339, UTC.
             */
            plannedAtTime: string;
            /** @description `planned`: waits for the time at which it may be sent, or is tried again. `sent`: given to the mail server, which has not answered yet. `accepted`: the mail server has it. `failed`: it will not take it. `unknown`: twice nobody heard what became of it. `suppressed`: not sent, for the reason given. */
            state: components["schemas"]["ReminderState"];
            /** @description Why, in words; of an answer the mail server’s own. */
            reason?: string;
            /** @description How often it was given to the mail server. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was last given to the mail server. RFC 3339, UTC.
             */
            sentAtTime?: string;
            /**
             * Format: date-time
             * @description When the mail server last answered. RFC 3339, UTC.
             */
            answeredAtTime?: string;
            /**
             * Format: date-time
             * @description When the reminder last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        /**
         * @description How it is sent.
         * @enum {string}
         */
        ReminderChannel: "email";
        /**
         * @description Language of whoever has none of their own.
         * @enum {string}
         */
        ReminderLanguage: "en" | "es" | "fr";
        /** @description How the mail server is. */
        ReminderMail: {
            /** @description Whether there is a mail server (CREWREADY_SMTP_URL). */
            isSet: boolean;
            /** @description What it said when it could last not be reached; absent while it can. */
            problem?: string;
            /**
             * Format: date-time
             * @description When it is tried again. RFC 3339, UTC.
             */
            retryAtTime?: string;
        };
        ReminderPolicy: {
            /** @description `organization`, or the requirement's id. */
            id: string;
            /**
             * Format: uuid
             * @description The requirement whose own it is; absent in the organization's.
             */
            requirementId?: string;
            /** @description Whether anybody is reminded by it. */
            isOn: boolean;
            /** @description Days before the due day on which to remind. */
            daysBefore: number[];
            /** @description Whether to remind on the due day. */
            onDueDay: boolean;
            /** @description Remind every so many days after the due day; 0 for never. */
            everyDaysAfter: number;
            /** @description How many times after the due day at most. */
            timesAfter: number;
            /** @description Time of day of each step, in the subject's zone. HH:MM. */
            atTime: string;
            /** @description Nothing is sent from this time of day on. HH:MM. */
            quietFrom: string;
            /** @description Nor before this one; the same as quietFrom for no quiet hours. HH:MM. */
            quietUntil: string;
            /** @description The days on which anything is sent. */
            workdays: number[];
            language: components["schemas"]["ReminderLanguage"];
            /** @description Whoever holds this role on one of the subject's tags, or above, gets a copy; null for nobody. */
            managerRoleId: string | null;
            /** @description From which step on managers get copies, in days from the due day: -7, 0, 14. */
            managersFromDay: number;
            /**
             * Format: date-time
             * @description When it was last changed; absent where it never was. RFC 3339, UTC.
             */
            updatedAtTime?: string;
            /** @description Who changed it. */
            updatedById?: string;
        };
        /**
         * @description A state.
         * @enum {string}
         */
        ReminderState: "planned" | "sent" | "accepted" | "failed" | "unknown" | "suppressed";
        /** @description Who or what it is about. */
        ReminderSubject: {
            /** @description The person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
        };
        RenewQualificationRecord: {
            /** @description Id or external id (key:value) of the record. */
            id: string;
            /**
             * Format: date-time
             * @description Since when it holds. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            issueDate: string;
            /**
             * Format: date-time
             * @description When it expires; 1970-01-01T00:00:00Z stands for never. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            expirationDate?: string;
            /** @description Values of fields of the type; fields that are not named stay as they are. */
            fields?: components["schemas"]["QualificationFieldInput"][];
        };
        RenewQualificationRecordReply: {
            data: components["schemas"]["QualificationRecord"];
        };
        ReopenTrainingAssignment: {
            /** @description Id of the assignment. */
            id: string;
        };
        ReopenTrainingAssignmentReply: {
            data: components["schemas"]["TrainingAssignment"];
        };
        ReplaceDirectoryUser: {
            /** @description Email address, unique among users. A driver may have none. */
            email?: string | null;
            /** @description First name, 1 to 127 characters. */
            first_name: string;
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description Last name, at most 127 characters. */
            last_name?: string | null;
            /** @description Job title, at most 255 characters. */
            job_title?: string | null;
            /** @description The manager: an api_id, a directory id or an external id key:value; null for none. */
            manager_api_id?: string | null;
            /** @description Whether the person works now; true for a new one. */
            is_active?: boolean;
        };
        ReplaceTag: {
            /** @description Name of the tag. */
            name?: string;
            /** @description Id of the tag above it; empty for none. */
            parentTagId?: string;
            /** @description All addresses of this tag, by id. */
            addresses?: string[];
            /** @description All assets of this tag, by id. */
            assets?: string[];
            /** @description All drivers of this tag, by id. */
            drivers?: string[];
            /** @description All machines of this tag, by id. */
            machines?: string[];
            /** @description All sensors of this tag, by id. */
            sensors?: string[];
            /** @description All vehicles of this tag, by id. */
            vehicles?: string[];
        };
        ReplaceTagReply: {
            data: components["schemas"]["Tag"];
        };
        ReportColumn: {
            /** @description What people read. */
            name: string;
            /**
             * @description What its cells hold: text, whole numbers, numbers, or times.
             * @enum {string}
             */
            dataType: "string" | "integer" | "float" | "timestamp";
            /**
             * @description Unit of its numbers, where they have one.
             * @enum {string}
             */
            unit?: "days" | "kilograms" | "milliseconds" | "minutes" | "percents";
        };
        ReportColumnInput: {
            /** @description A field of the dataset. */
            fieldName: string;
            /**
             * @description Ours: what to make of the field’s values in a group. Sum and avg take numbers only.
             * @enum {string}
             */
            aggregate?: "sum" | "count" | "avg" | "min" | "max";
        };
        ReportConfig: {
            /**
             * Format: uuid
             * @description Id of the config.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description The dataset that it reports on. */
            datasetId: string;
            /** @description What the report shows, in this order. */
            columns: components["schemas"]["ReportConfigColumn"][];
            filters?: components["schemas"]["ReportConfigFilters"];
            /** @description Ours: fields whose values make a group. */
            groupBy?: string[];
            /** @description Ours: the order of the rows. */
            sort?: components["schemas"]["ReportSort"][];
            /**
             * Format: date-time
             * @description Ours: when it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description Ours: when it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        ReportConfigColumn: {
            /** @description What people read. */
            name: string;
            /**
             * @description What its cells hold: text, whole numbers, numbers, or times.
             * @enum {string}
             */
            dataType: "string" | "integer" | "float" | "timestamp";
            /**
             * @description Unit of its numbers, where they have one.
             * @enum {string}
             */
            unit?: "days" | "kilograms" | "milliseconds" | "minutes" | "percents";
            /** @description Ours: the field of the dataset. */
            fieldName: string;
            /**
             * @description Ours: what is made of its values in a group.
             * @enum {string}
             */
            aggregate?: "sum" | "count" | "avg" | "min" | "max";
        };
        /** @description Which rows of the dataset. */
        ReportConfigFilters: {
            primaryTimeRange?: components["schemas"]["ReportTimeRange"];
            /** @description Ours: conditions, all of which hold. */
            fields?: components["schemas"]["ReportFieldFilter"][];
        };
        ReportDataset: {
            /** @description What a request calls it, such as TrainingAssignments. */
            id: string;
            /** @description What people read. */
            displayName: string;
            /** @description Whether a run of it takes a primaryTimeRange. */
            hasTimeRangeFilter: boolean;
            /** @description The longest such range, in days. */
            timeRangeLimitDays?: number;
            /** @description What a report can show of it. */
            fields: components["schemas"]["ReportDatasetField"][];
        };
        ReportDatasetField: {
            /** @description What a request calls it. */
            name: string;
            /** @description What people read. */
            displayName: string;
            /**
             * @description What its cells hold: text, whole numbers, numbers, or times.
             * @enum {string}
             */
            dataType: "string" | "integer" | "float" | "timestamp";
            /**
             * @description Unit of its numbers, where they have one.
             * @enum {string}
             */
            unit?: "days" | "kilograms" | "milliseconds" | "minutes" | "percents";
        };
        ReportDraft: {
            /** @description What the cells of a row are, in order. */
            columns: components["schemas"]["ReportColumn"][];
            /** @description One array a row, one cell a column: text, a number, a time in UTC, or null for an empty cell. */
            rows: (string | number | null)[][];
            /** @description Whether a run would have more rows. */
            hasMoreRows: boolean;
        };
        ReportFieldFilter: {
            /** @description A field of the dataset. */
            fieldName: string;
            /**
             * @description How it compares.
             * @enum {string}
             */
            operator: "equals" | "notEquals" | "contains" | "lessThan" | "atMost" | "greaterThan" | "atLeast" | "isEmpty" | "isNotEmpty";
            /** @description What it is compared with. */
            values?: (string | number)[];
        };
        ReportFieldFilterInput: {
            /** @description A field of the dataset. */
            fieldName: string;
            /**
             * @description How it compares. equals: with one of the values; notEquals: with none of them, or empty; contains: has the text, in any case.
             * @enum {string}
             */
            operator: "equals" | "notEquals" | "contains" | "lessThan" | "atMost" | "greaterThan" | "atLeast" | "isEmpty" | "isNotEmpty";
            /** @description What it is compared with; none for isEmpty and isNotEmpty, one unless equals or notEquals. */
            values?: (string | number)[];
        };
        /** @description Which rows of the dataset. */
        ReportFiltersInput: {
            primaryTimeRange?: components["schemas"]["ReportTimeRangeInput"];
            /** @description Ours: conditions, all of which hold. */
            fields?: components["schemas"]["ReportFieldFilterInput"][];
        };
        ReportRun: {
            /**
             * Format: uuid
             * @description Id of the run.
             */
            id: string;
            /**
             * @description pending until it has ended as one of the others.
             * @enum {string}
             */
            status: "complete" | "pending" | "failed" | "canceled";
            /**
             * Format: date-time
             * @description When it was asked for. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When its status last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /** @description Ours: how far it is by the planner’s guess, 0 to 100; 100 only when complete. */
            percentComplete: number;
            /** @description Ours: rows of a complete run. */
            rowCount?: number;
            /**
             * Format: uuid
             * @description Ours: the config that it was made from.
             */
            reportConfigId?: string;
            /** @description Ours: why it failed. */
            failureReason?: string;
        };
        /** @description What to report: a config by id, or a dataset and its columns. With an id each filter that is sent replaces the config’s own. */
        ReportRunConfigInput: {
            /** @description A report config; instead of datasetId and columns. */
            id?: string;
            /** @description A dataset; with columns, instead of id. */
            datasetId?: string;
            /** @description What the report shows, in this order. */
            columns?: components["schemas"]["ReportColumnInput"][];
            filters?: components["schemas"]["ReportFiltersInput"];
            /** @description Ours: one row for each combination of these fields’ values; every other column is an aggregate. Empty: no groups. */
            groupBy?: string[];
            /** @description Ours: the order of the rows, else the dataset’s own. */
            sort?: components["schemas"]["ReportSortInput"][];
        };
        ReportRunData: {
            /** @description What the cells of a row are, in order. */
            columns: components["schemas"]["ReportColumn"][];
            /** @description One array a row, one cell a column: text, a number, a time in UTC, or null for an empty cell. */
            rows: (string | number | null)[][];
            /**
             * @description pending until it has ended as one of the others.
             * @enum {string}
             */
            status: "complete" | "pending" | "failed" | "canceled";
        };
        ReportRunId: {
            /**
             * Format: uuid
             * @description Report run.
             */
            id: string;
        };
        ReportSchedule: {
            /**
             * Format: uuid
             * @description Id of the schedule.
             */
            id: string;
            /**
             * Format: uuid
             * @description The config that it runs.
             */
            reportConfigId: string;
            /** @description Minute, hour, day of month, month and day of week, as in "0 6 * * 1"; at most once an hour. */
            cron: string;
            /** @description Whose clock it goes by, such as America/Los_Angeles; UTC unless given. */
            timezone: string;
            /** @description Its runs’ time range: so many days up to the time it is due; else as the config says. */
            lastDays?: number;
            /** @description True while it makes no runs; what is missed meanwhile stays so. */
            isPaused: boolean;
            /**
             * Format: date-time
             * @description When it is due next. RFC 3339, UTC.
             */
            nextRunAtTime?: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        ReportSort: {
            /** @description A field of the dataset. */
            fieldName: string;
            /**
             * @description The aggregate of it.
             * @enum {string}
             */
            aggregate?: "sum" | "count" | "avg" | "min" | "max";
            /**
             * @description Smallest or largest first.
             * @enum {string}
             */
            direction: "asc" | "desc";
        };
        ReportSortInput: {
            /** @description A field of the dataset; of a grouped report, one that it shows. */
            fieldName: string;
            /**
             * @description The aggregate of it that the report shows.
             * @enum {string}
             */
            aggregate?: "sum" | "count" | "avg" | "min" | "max";
            /**
             * @description Smallest or largest first; empty cells come last.
             * @default asc
             * @enum {string}
             */
            direction?: "asc" | "desc";
        };
        /** @description Keeps rows whose own time is in the range. */
        ReportTimeRange: {
            /**
             * Format: date-time
             * @description Where the range begins. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description Where the range ends. RFC 3339, UTC.
             */
            endTime: string;
        };
        /** @description Keeps rows whose own time is in the range; at most the dataset’s timeRangeLimitDays long. */
        ReportTimeRangeInput: {
            /**
             * Format: date-time
             * @description Where the range begins; a row at this very time is in it. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startTime: string;
            /**
             * Format: date-time
             * @description Where the range ends, not in the future; a row at this very time is not in it. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            endTime: string;
        };
        Requirement: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /**
             * @description `draft` until it is published for the first time; `archived` once nobody needs it any more.
             * @enum {string}
             */
            state: "draft" | "published" | "archived";
            /**
             * Format: uuid
             * @description The published revision in force.
             */
            revisionId?: string;
            /**
             * Format: date-time
             * @description When that one was published. RFC 3339, UTC.
             */
            publishedAtTime?: string;
            /** @description True when what is written here differs from the revision in force, or none is. */
            hasUnpublishedChanges: boolean;
            /** @description What people call it. */
            name: string;
            /** @description Where the rule comes from, such as "29 CFR 1910.178(l)(4)(iii)". */
            citation?: string;
            /**
             * @description What eligibility makes of it when it is not met: `block` keeps from work, `warn` does not.
             * @enum {string}
             */
            severity: "block" | "warn";
            /** @description Who needs it: a tree of `all`, `any`, `not` over `tag` (those below included), `type` (driver, user, vehicle), `attribute` ({id, in, atLeast, atMost, before, after}), `role`, `holds` ({typeId}), `startedWithinDays` and `startedAtLeastDaysAgo`; one key a node. */
            appliesTo: {
                [key: string]: unknown;
            };
            /** @description What satisfies it: a tree of `anyOf` and `allOf` over `course` ({id, minScorePercent, revision}), `qualification` ({typeId, fields}), `form` ({templateId, approved, minScorePercent}) and `hours` ({hours, withinMonths, courseIds, categoryIds}); one key a node. */
            satisfiedBy: {
                [key: string]: unknown;
            };
            /** @description How long evidence is good: "forever", "untilRecordExpires", {days}, {months}, or {calendar: {month, day, everyYears, firstYear, earlyDays}} for the same deadline every year or every few. */
            validity: unknown;
            /** @description True when nobody needs it until one of the occurrences in `refresh` comes. */
            onlyOnOccurrence: boolean;
            /** @description By when somebody who never had it needs it: {days, from}, where `from` is `applicable` (since when it applies) or `start` (the start date that the organization names). */
            firstDue?: {
                [key: string]: unknown;
            };
            /** @description How early evidence renews it: {earlyDays, keepAnniversary}; with keepAnniversary it extends from the old end. */
            renewal?: {
                [key: string]: unknown;
            };
            /** @description Days after the end until it is overdue. */
            graceDays: number;
            /** @description Days before the end on which to warn; the longest says from when a status is expiring. */
            warnDays: number[];
            /** @description What brings the due time forward: {onCourseRevision: {dueDays}} or {onOccurrence: {type, count, withinDays, dueDays}}. */
            refresh: {
                [key: string]: unknown;
            }[];
            assign?: components["schemas"]["RequirementAssign"];
            /**
             * Format: date-time
             * @description Since when nobody needs it any more. RFC 3339, UTC.
             */
            archivedAtTime?: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who made it. */
            createdById: string;
            /**
             * Format: date-time
             * @description When it was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /** @description Who changed it last. */
            updatedById: string;
        };
        /** @description The assignment that it makes by itself, once a cycle. */
        RequirementAssign: {
            /**
             * Format: uuid
             * @description The course that is assigned.
             */
            courseId: string;
            /** @description How many days before the due time. */
            daysBefore: number;
        };
        RequirementId: {
            /**
             * Format: uuid
             * @description The requirement.
             */
            id: string;
        };
        RequirementMatrix: {
            /** @description The columns. */
            requirements: components["schemas"]["MatrixRequirement"][];
            /** @description The rows: people and vehicles by id. */
            subjects: components["schemas"]["MatrixSubject"][];
        };
        RequirementReadiness: {
            /**
             * Format: uuid
             * @description Id of the requirement.
             */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Statuses that are needed: all but `notNeeded`. */
            needed: number;
            /** @description Those of them that are met: current, expiring or waived. */
            met: number;
            /** @description Those that are overdue. */
            overdue: number;
            /** @description The met share of the needed, 0 to 1; null where nothing is needed. */
            share: number | null;
            /** @description How many have each status. */
            counts: {
                [key: string]: number;
            };
        };
        /**
         * @description What eligibility makes of it.
         * @enum {string}
         */
        RequirementSeverity: "block" | "warn";
        RequirementSimulation: {
            /** @description How many people and vehicles were looked at; on the first page. */
            subjects?: number;
            /** @description How many have each status, and how many are overdue. */
            before?: {
                [key: string]: number;
            };
            /** @description How many have each status, and how many are overdue. */
            after?: {
                [key: string]: number;
            };
            /** @description How many assignments it would make at once; on the first page. */
            assignments?: number;
            /** @description Whose status would become another, or overdue, by id. */
            changes: components["schemas"]["SimulatedChange"][];
        };
        RequirementStatus: {
            /**
             * Format: uuid
             * @description Id of the status: one a requirement and subject.
             */
            id: string;
            /**
             * Format: uuid
             * @description The requirement.
             */
            requirementId: string;
            subject: components["schemas"]["SubjectRef"];
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /** @description True when something that would satisfy it is under way. */
            isInHand: boolean;
            /**
             * Format: date-time
             * @description Since when it is so. RFC 3339, UTC.
             */
            since: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
            /**
             * Format: date-time
             * @description By when it is to be satisfied, for the first time or again. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment before it is overdue. RFC 3339, UTC.
             */
            graceUntil?: string;
            /**
             * Format: date-time
             * @description When time alone will change any of this. RFC 3339, UTC.
             */
            nextChangeAt?: string;
            /**
             * Format: date-time
             * @description When the status was last found to differ. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        /**
         * @description `notNeeded`, `waived`, `missing` (nothing satisfies it yet), `current`, `expiring` (within the longest warning) or `expired` (was satisfied, is no longer).
         * @enum {string}
         */
        RequirementStatusName: "notNeeded" | "waived" | "missing" | "current" | "expiring" | "expired";
        RetrievedMedia: {
            /** @description Id of the vehicle that the camera is in. */
            vehicleId: string;
            mediaType: components["schemas"]["CameraMediaType"];
            /**
             * Format: date-time
             * @description When the recording begins; of a still, when it was taken. RFC 3339, UTC.
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it ends; of a still, its startTime. RFC 3339, UTC.
             */
            endTime: string;
            cameraRole?: components["schemas"]["CameraRole"];
            urlInfo?: components["schemas"]["MediaUrl"];
            input: components["schemas"]["CameraInput"];
            /**
             * @description pending until the camera has sent it; failed, unavailable (nothing was recorded) or invalid (there is no such camera) when it never will.
             * @enum {string}
             */
            status: "available" | "invalid" | "pending" | "failed" | "unavailable";
            /**
             * Format: date-time
             * @description When it arrived here; only what is available has it. RFC 3339, UTC.
             */
            availableAtTime?: string;
        };
        RoleOfUser: {
            /** @description Id of the role, from GET /user-roles. */
            roleId: string;
            /** @description Tag within which the role holds; absent for everywhere. */
            tagId?: string;
        };
        SendRemindersReply: {
            /** @description One of each pair, in their order. */
            data: components["schemas"]["RemindOutcome"][];
        };
        Session: {
            /**
             * Format: uuid
             * @description Id of the session; it opens nothing.
             */
            id: string;
            /** @description Id of the person. */
            personId: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType: "driver" | "user";
            /**
             * @description How they signed in.
             * @enum {string}
             */
            method: "password" | "link" | "pin";
            /** @description What they signed in on, as it was called then. */
            deviceName: string;
            /**
             * Format: date-time
             * @description When they signed in. RFC 3339, UTC.
             */
            madeAtTime: string;
            /**
             * Format: date-time
             * @description When it ends at the latest. RFC 3339, UTC.
             */
            endsAtTime: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute. RFC 3339, UTC.
             */
            seenAtTime: string;
            /** @description True for the session that asks. */
            isCurrent: boolean;
        };
        SetUp: {
            /** @description The code, as the link has it after `#`. */
            code: string;
            /** @description Name of the organization. */
            organization: string;
            /** @description IANA time zone of its days, such as America/Chicago. */
            timeZone: string;
            /** @description First and last name of the first administrator. */
            name: string;
            /** @description Address that they sign in with. */
            email: string;
            /** @description Password from now on: at least 10 characters. */
            password: string;
            /** @description What to call the device; told by the browser unless given. */
            deviceName?: string;
        };
        SetUpReply: {
            data: components["schemas"]["CurrentSession"];
        };
        SetUpState: {
            /** @description How people can sign in here. */
            methods: ("password" | "pin" | "mail")[];
            /** @description False where sign-in is over plain http, whose cookie is not marked Secure. */
            isSecure: boolean;
            /** @description True while nobody has an account: the first start printed a link. */
            isNeeded: boolean;
        };
        SignIn: {
            /** @description Username of a driver, or email of a user. */
            name: string;
            /** @description Their password. */
            password: string;
            /** @description Id of the organization, where the same name is in several. */
            organization?: string;
            /** @description What to call the device; told by the browser unless given. */
            deviceName?: string;
        };
        SignInByPin: {
            /** @description PIN of six digits. */
            pin: string;
        };
        SignInCode: {
            /**
             * Format: uuid
             * @description Id of the code; it opens nothing.
             */
            id: string;
            /**
             * @description What it is for: setting the organization up, signing an administrator in whom the operator names, signing in to the demo, an invitation, a code for a camera on a screen or on paper, a link by mail.
             * @enum {string}
             */
            purpose: "setup" | "operator" | "demo" | "invitation" | "screen" | "paper" | "mail";
            /** @description Id of the person whom it signs in. */
            personId?: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType?: "driver" | "user";
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            madeAtTime: string;
            /**
             * Format: date-time
             * @description Until when it is good. RFC 3339, UTC.
             */
            endsAtTime: string;
        };
        SignInDevice: {
            /**
             * Format: uuid
             * @description Id of the device; it opens nothing.
             */
            id: string;
            /** @description Id of the person. */
            personId: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType: "driver" | "user";
            /** @description What it was called when the PIN was chosen. */
            deviceName: string;
            /**
             * Format: date-time
             * @description When the PIN was chosen. RFC 3339, UTC.
             */
            madeAtTime: string;
        };
        SignInFailure: {
            /**
             * Format: uuid
             * @description Id of the attempt.
             */
            id: string;
            /** @description Id of the person. */
            personId: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            personType: "driver" | "user";
            /**
             * @description How they signed in.
             * @enum {string}
             */
            method: "password" | "link" | "pin";
            /**
             * @description Why it failed; whoever tried was not told.
             * @enum {string}
             */
            reason: "wrongPassword" | "noPassword" | "wrongPin" | "disabled";
            /** @description Address that it came from. */
            address: string;
            /**
             * Format: date-time
             * @description When it was. RFC 3339, UTC.
             */
            atTime: string;
        };
        /** @description Whose data they see. */
        SignedInOrganization: {
            /** @description Id of the organization. */
            id: string;
            /** @description Name of the organization. */
            name: string;
        };
        /** @description Who has signed in. */
        SignedInPerson: {
            /** @description Id of the person. */
            id: string;
            /**
             * @description What the person is in the directory.
             * @enum {string}
             */
            type: "driver" | "user";
            /** @description Full name. */
            name: string;
            /** @description Name that they sign in with. */
            login?: string;
        };
        SimulateRequirement: {
            /** @description What people call it. */
            name?: string;
            /** @description Who needs it: a tree of `all`, `any`, `not` over `tag` (those below included), `type` (driver, user, vehicle), `attribute` ({id, in, atLeast, atMost, before, after}), `role`, `holds` ({typeId}), `startedWithinDays` and `startedAtLeastDaysAgo`; one key a node. */
            appliesTo?: {
                [key: string]: unknown;
            };
            /** @description What satisfies it: a tree of `anyOf` and `allOf` over `course` ({id, minScorePercent, revision}), `qualification` ({typeId, fields}), `form` ({templateId, approved, minScorePercent}) and `hours` ({hours, withinMonths, courseIds, categoryIds}); one key a node. */
            satisfiedBy?: {
                [key: string]: unknown;
            };
            /** @description Where the rule comes from, such as "29 CFR 1910.178(l)(4)(iii)". */
            citation?: string | null;
            /**
             * @description What eligibility makes of it when it is not met: `block` keeps from work, `warn` does not.
             * @default block
             * @enum {string}
             */
            severity?: "block" | "warn";
            /** @description How long evidence is good: "forever", "untilRecordExpires", {days}, {months}, or {calendar: {month, day, everyYears, firstYear, earlyDays}} for the same deadline every year or every few. */
            validity?: unknown;
            /** @description True when nobody needs it until one of the occurrences in `refresh` comes. */
            onlyOnOccurrence?: boolean;
            /** @description By when somebody who never had it needs it: {days, from}, where `from` is `applicable` (since when it applies) or `start` (the start date that the organization names). */
            firstDue?: {
                [key: string]: unknown;
            } | null;
            /** @description How early evidence renews it: {earlyDays, keepAnniversary}; with keepAnniversary it extends from the old end. */
            renewal?: {
                [key: string]: unknown;
            } | null;
            /** @description Days after the end until it is overdue. */
            graceDays?: number;
            /** @description Days before the end on which to warn; the longest says from when a status is expiring. */
            warnDays?: number[];
            /** @description What brings the due time forward: {onCourseRevision: {dueDays}} or {onOccurrence: {type, count, withinDays, dueDays}}. */
            refresh?: {
                [key: string]: unknown;
            }[];
            /** @description The assignment that it makes by itself, once a cycle. */
            assign?: {
                /**
                 * Format: uuid
                 * @description The course that is assigned.
                 */
                courseId: string;
                /** @description How many days before the due time. */
                daysBefore?: number;
            } | null;
            /**
             * Format: uuid
             * @description The requirement that it would change; a new one unless given.
             */
            id?: string;
        };
        SimulateRequirementReply: {
            data: components["schemas"]["RequirementSimulation"];
            pagination: components["schemas"]["Pagination"];
        };
        SimulatedChange: {
            subject: components["schemas"]["NamedSubject"];
            before: components["schemas"]["StatusBefore"];
            after: components["schemas"]["StatusAfter"];
            /** @description Whether it would be assigned at once. */
            isAssigned: boolean;
        };
        StartFormSubmission: {
            /** @description Id of the submission, or an external id key:value. */
            id: string;
        };
        StartFormSubmissionReply: {
            data: components["schemas"]["FormSubmission"];
        };
        StartTrainingAssignment: {
            /** @description Id of the assignment. */
            id: string;
            /**
             * Format: date-time
             * @description When the learner began; now unless given. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startedAtTime?: string;
        };
        StartTrainingAssignmentReply: {
            data: components["schemas"]["TrainingAssignment"];
        };
        /** @description What would be so. */
        StatusAfter: {
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /**
             * Format: date-time
             * @description By when it is to be satisfied. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
        };
        /** @description What is so now. */
        StatusBefore: {
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /**
             * Format: date-time
             * @description By when it is to be satisfied. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
        };
        StatusExplanation: {
            requirement: components["schemas"]["ExplainedRequirement"];
            subject: components["schemas"]["SubjectRef"];
            /**
             * Format: date-time
             * @description The moment that is told of. RFC 3339, UTC.
             */
            at: string;
            /** @description The entry of the ledger up to which the statuses are; a decimal number as text. */
            asOfSeq: string;
            status: components["schemas"]["RequirementStatusName"];
            /** @description True for `missing` past its due time and `expired` past its grace. */
            isOverdue: boolean;
            /** @description True when something that would satisfy it is under way. */
            isInHand: boolean;
            /**
             * Format: date-time
             * @description Since when it is so. RFC 3339, UTC.
             */
            since: string;
            /**
             * Format: date-time
             * @description The last moment at which it is satisfied or waived. RFC 3339, UTC.
             */
            until?: string;
            /**
             * Format: date-time
             * @description By when it is to be satisfied, for the first time or again. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment before it is overdue. RFC 3339, UTC.
             */
            graceUntil?: string;
            /**
             * Format: date-time
             * @description When time alone will change any of this. RFC 3339, UTC.
             */
            nextChangeAt?: string;
            /** @description Every fact that it follows from, in the order of telling. */
            because: components["schemas"]["StatusFact"][];
        };
        StatusFact: {
            /**
             * @description What kind of fact it is.
             * @enum {string}
             */
            fact: "requirement" | "applies" | "waiver" | "evidence" | "covered" | "occurrences" | "hours" | "due" | "next";
            /** @description The fact in words. */
            text: string;
            /** @description Id of the requirement, waiver or piece of evidence. */
            id?: string;
            /** @description The revision of the requirement. */
            revisionId?: string;
            /** @description Where the rule comes from. */
            citation?: string;
            /** @description What kind of object the evidence is, as the ledger calls it. */
            resource?: string;
            /** @description The entry of the ledger that has the evidence as it is. */
            seq?: string;
            /** @description Whether the requirement applies. */
            applies?: boolean;
            /** @description The conditions that made it apply or not, in words. */
            leaves?: string[];
            /**
             * Format: date-time
             * @description Since when the fact holds. RFC 3339, UTC.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Until when it holds. RFC 3339, UTC.
             */
            until?: string;
            /**
             * Format: date-time
             * @description From when on it is expiring. RFC 3339, UTC.
             */
            warnsFrom?: string;
            /** @description Ids of the occurrences. */
            ids?: string[];
            /**
             * Format: date-time
             * @description When it happened or will be. RFC 3339, UTC.
             */
            at?: string;
            /**
             * Format: date-time
             * @description By when it is due. RFC 3339, UTC.
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description The last moment before it is overdue. RFC 3339, UTC.
             */
            graceUntil?: string;
            /** @description Minutes of training that count. */
            minutes?: number;
            /** @description Minutes that are missing. */
            missingMinutes?: number;
            /**
             * Format: date-time
             * @description Until when the oldest of them count. RFC 3339, UTC.
             */
            fallsOutAt?: string;
            status?: components["schemas"]["RequirementStatusName"];
            /** @description Whether it will be overdue. */
            isOverdue?: boolean;
        };
        SubjectAssignment: {
            assignment: components["schemas"]["TrainingAssignment"];
            /** @description What the course is called now. */
            courseTitle: string;
            /** @description Every completion that it ever had, first to last; those taken back, too. */
            attempts: components["schemas"]["TrainingAttempt"][];
        };
        /** @description The vehicle that is always this driver’s, or the driver whose vehicle this always is. */
        SubjectPartner: {
            /** @description Id of the vehicle or driver. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
        };
        /** @description A person or vehicle. */
        SubjectRef: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
        };
        /** @description How many of its requirements are what, as kept. */
        SubjectRequirements: {
            /** @description Requirements that it needs to meet. */
            needed: number;
            /** @description Those of them that are met: current, expiring or waived. */
            met: number;
            /** @description Those that are overdue. */
            overdue: number;
            /** @description Those that are expired, overdue or within their grace. */
            expired: number;
            /** @description Those that are missing, overdue or not yet due. */
            missing: number;
            /** @description Those that are expiring. */
            expiring: number;
        };
        /** @enum {string} */
        SubjectStatus: "active" | "deactivated";
        SubjectSummary: {
            /** @description Id of the person or vehicle. */
            id: string;
            type: components["schemas"]["SubjectType"];
            /** @description Name. */
            name: string;
            /**
             * @description Whether the person is active, or was deleted; vehicles are active.
             * @enum {string}
             */
            status: "active" | "deactivated" | "deleted";
            /** @description The tags that it is in itself, by name. */
            tags: components["schemas"]["SubjectTag"][];
            /** @description The zone of its days: a driver's own, else the organization's. */
            timeZone: string;
            /** @description Name that a driver signs in with; for whoever may read drivers or users. */
            username?: string;
            /** @description Email address; for whoever may read drivers or users. */
            email?: string;
            /** @description Vehicle identification number. */
            vin?: string;
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds: {
                [key: string]: string;
            };
            staticPartner?: components["schemas"]["SubjectPartner"];
            /** @description What is needed of it, worked out at once: the overdue first, then by name. */
            requirements: components["schemas"]["NeededRequirement"][];
            /** @description Its waivers, oldest first, at most 100. */
            waivers: components["schemas"]["Waiver"][];
            /** @description What happened to it, the latest first, at most 100. */
            occurrences: components["schemas"]["Occurrence"][];
            /** @description Its active records, those in force first, at most 200; for whoever may read qualification records. */
            qualificationRecords?: components["schemas"]["QualificationRecord"][];
            /** @description The last 100 assignments, newest first; for whoever may read training assignments. */
            trainingAssignments?: components["schemas"]["SubjectAssignment"][];
        };
        SubjectTag: {
            /** @description Id of the tag. */
            id: string;
            /** @description Its name. */
            name: string;
        };
        /**
         * @description What the subject is.
         * @enum {string}
         */
        SubjectType: "driver" | "user" | "vehicle";
        SubmitFormSubmission: {
            /** @description Id of the submission, or an external id key:value. */
            id: string;
            /** @description Answers to fields of the template; fields that are not named stay as they are. */
            fields: components["schemas"]["SubmittedFormField"][];
            /** @description Where it is handed in. */
            location?: {
                /** @description Degrees north. */
                latitude: number;
                /** @description Degrees east. */
                longitude: number;
            };
        };
        SubmitFormSubmissionReply: {
            data: components["schemas"]["FormSubmission"];
        };
        /** @description The answer to a field; without a value it clears the field. */
        SubmittedFormField: {
            /**
             * Format: uuid
             * @description Id of the field.
             */
            id: string;
            /**
             * @description Type of the field.
             * @enum {string}
             */
            type: "number" | "text" | "multiple_choice" | "check_boxes" | "datetime" | "asset" | "person" | "table" | "geofence" | "barcode" | "media" | "signature";
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            personValue?: components["schemas"]["FormPersonValueInput"];
            barcodeValue?: components["schemas"]["FormBarcodeValueInput"];
            assetValue?: components["schemas"]["FormAssetValueInput"];
            geofenceValue?: components["schemas"]["FormGeofenceValueInput"];
            mediaValue?: components["schemas"]["FormMediaValueInput"];
            signatureValue?: components["schemas"]["FormSignatureValueInput"];
            tableValue?: components["schemas"]["SubmittedTableValueInput"];
            /** @description A note beside the answer, at most 10,000 characters. */
            note?: string;
            /** @description Pictures beside the answer, at most 20. */
            mediaList?: components["schemas"]["FormMediaItemInput"][];
        };
        /** @description A cell. */
        SubmittedTableCellInput: {
            /**
             * Format: uuid
             * @description Id of the column that the cell is in.
             */
            id: string;
            /** @description Type of the column. */
            type: string;
            numberValue?: components["schemas"]["FormNumberValueInput"];
            textValue?: components["schemas"]["FormTextValueInput"];
            multipleChoiceValue?: components["schemas"]["FormMultipleChoiceValueInput"];
            checkBoxesValue?: components["schemas"]["FormCheckBoxesValueInput"];
            dateTimeValue?: components["schemas"]["FormDateTimeValueInput"];
            personValue?: components["schemas"]["FormPersonValueInput"];
            barcodeValue?: components["schemas"]["FormBarcodeValueInput"];
            mediaValue?: components["schemas"]["FormMediaValueInput"];
            signatureValue?: components["schemas"]["FormSignatureValueInput"];
        };
        /** @description A row. */
        SubmittedTableRowInput: {
            /**
             * Format: uuid
             * @description Id of the row, of your choice.
             */
            id: string;
            /** @description The cells that are filled in. */
            cells: components["schemas"]["SubmittedTableCellInput"][];
        };
        /** @description For table fields. */
        SubmittedTableValueInput: {
            /** @description The rows, at most 200. */
            rows: components["schemas"]["SubmittedTableRowInput"][];
        };
        Tag: {
            /** @description Id of the tag. */
            id: string;
            /** @description Name of the tag. */
            name: string;
            /** @description Id of the tag above it; absent at the top. */
            parentTagId?: string;
            parentTag?: components["schemas"]["ParentTag"];
            /** @description Addresses in this tag itself, not those of tags below it. */
            addresses?: components["schemas"]["TagMember"][];
            /** @description Trailers and other assets in this tag itself, not those of tags below it. */
            assets?: components["schemas"]["TagMember"][];
            /** @description Drivers in this tag itself, not those of tags below it. */
            drivers?: components["schemas"]["TagMember"][];
            /** @description Machines in this tag itself, not those of tags below it. */
            machines?: components["schemas"]["TagMember"][];
            /** @description Sensors in this tag itself, not those of tags below it. */
            sensors?: components["schemas"]["TagMember"][];
            /** @description Vehicles in this tag itself, not those of tags below it. */
            vehicles?: components["schemas"]["TagMember"][];
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
        };
        TagMember: {
            /** @description Id of the member. */
            id: string;
            /** @description Its name, where it is known. */
            name?: string;
        };
        TagReadiness: {
            /** @description Id of the tag. */
            id: string;
            /** @description Name of the tag. */
            name: string;
            /** @description Statuses that are needed: all but `notNeeded`. */
            needed: number;
            /** @description Those of them that are met: current, expiring or waived. */
            met: number;
            /** @description Those that are overdue. */
            overdue: number;
            /** @description The met share of the needed, 0 to 1; null where nothing is needed. */
            share: number | null;
            /** @description How many have each status. */
            counts: {
                [key: string]: number;
            };
        };
        TagReference: {
            /** @description Id of the tag. */
            id: string;
            /** @description Name of the tag. */
            name: string;
            /** @description Id of the tag above it; absent at the top. */
            parentTagId?: string;
        };
        TimelineEntry: {
            /** @description The entry of the ledger; a decimal number as text. */
            seq: string;
            /**
             * Format: date-time
             * @description When it was. RFC 3339, UTC.
             */
            at: string;
            /** @description Who did it, such as user-4392; empty for somebody whom the token does not see. */
            actor: string;
            /** @description What they are called now. */
            actorName?: string;
            /** @description The kind of object that became different: trainingAssignment. */
            resource: string;
            /** @description Its id. */
            id: string;
            /** @description What was done: create, update, delete, or what time or a rule did, such as overdue. */
            operation: string;
            /** @description The same as a sentence. */
            text: string;
        };
        /** @description A course that a person is to complete, or has completed. */
        TrainingAssignment: {
            /** @description Id of the assignment, a UUID. */
            id: string;
            course: components["schemas"]["TrainingCourseRef"];
            learner: components["schemas"]["TrainingLearner"];
            /**
             * Format: date-time
             * @description When it was assigned. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who assigned it, such as user-4392. */
            createdById: string;
            /**
             * Format: date-time
             * @description When it is due. RFC 3339, UTC.
             */
            dueAtTime?: string;
            /**
             * @description How far the learner is.
             * @enum {string}
             */
            status: "notStarted" | "inProgress" | "completed";
            /**
             * Format: date-time
             * @description When anybody last changed it. RFC 3339, UTC.
             */
            updatedAtTime: string;
            /** @description Who last changed it. */
            updatedById: string;
            /** @description Time spent, in minutes. */
            durationMinutes: number;
            /**
             * Format: date-time
             * @description When the learner began; present once begun. RFC 3339, UTC.
             */
            startedAtTime?: string;
            /**
             * Format: date-time
             * @description When the learner finished; present once completed. RFC 3339, UTC.
             */
            completedAtTime?: string;
            /** @description Quiz score from 0 to 100; present once completed, if there was one. */
            scorePercent?: number;
            /** @description Whether the due time has passed; present while unfinished and due some time, false once deleted. */
            isOverdue?: boolean;
            /** @description Whether it was finished after it was due; decided at completion and kept. */
            isCompletedLate?: boolean;
            /**
             * Format: date-time
             * @description When it was deleted; present on tombstones. RFC 3339, UTC.
             */
            deletedAtTime?: string;
        };
        TrainingAssignmentDeletion: {
            /** @description Id as it was asked for. */
            id: string;
            /**
             * @description What became of it.
             * @enum {string}
             */
            outcome: "deleted" | "notFound";
        };
        TrainingAttempt: {
            /**
             * Format: date-time
             * @description When it was completed. RFC 3339, UTC.
             */
            completedAtTime: string;
            /** @description Quiz score from 0 to 100. */
            scorePercent?: number;
        };
        TrainingCourse: {
            /** @description Id of the course, a UUID. */
            id: string;
            /** @description Id of its present revision; a change of its content makes a new one. */
            revisionId: string;
            category: components["schemas"]["TrainingCourseCategory"];
            /** @description Title of the course. */
            title: string;
            /** @description What it teaches. */
            description?: string;
            /** @description How long it takes, in minutes. */
            estimatedTimeToCompleteMinutes: number;
            /**
             * @description Only published courses can be assigned.
             * @enum {string}
             */
            status: "draft" | "published" | "archived" | "deleted" | "unknown";
            /** @description What the course is about. */
            labels?: components["schemas"]["TrainingCourseLabel"][];
        };
        TrainingCourseCategory: {
            /** @description Id of the category, a UUID. */
            id: string;
            /** @description Its name, unique in the organization. */
            name: string;
        };
        TrainingCourseFigures: {
            /**
             * Format: uuid
             * @description Id of the course.
             */
            courseId: string;
            /** @description Its assignments that are not deleted. */
            assigned: number;
            /** @description Those of them that are completed. */
            completed: number;
            /** @description Those that are overdue now. */
            overdue: number;
        };
        TrainingCourseId: {
            /** @description Id of the course. */
            id: string;
        };
        TrainingCourseLabel: {
            /** @description Family of the label: safety. */
            name: string;
            /** @description Driving behavior that the course addresses, such as speeding. */
            type: string;
        };
        TrainingCourseRef: {
            /**
             * Format: uuid
             * @description Id of the course.
             */
            id: string;
            /**
             * Format: uuid
             * @description The revision of the course that was assigned.
             */
            revisionId: string;
        };
        TrainingLearner: {
            /** @description Id of the person, a decimal string. */
            id: string;
            /**
             * @description Kind of person. Users appear only when they are asked for.
             * @enum {string}
             */
            type: "driver" | "user";
        };
        TrainingPackage: {
            /** @description Id of the package, unique in the organization. */
            api_id: string;
            /** @description Its name. */
            name: string;
            /** @description What it teaches; empty if nobody said. */
            description: string;
            /** @description Whether it can be assigned. */
            is_active: boolean;
        };
        TrainingRecord: {
            /** @description Id of the record, unique in the organization. */
            api_id: string;
            /** @description Whose training it is. */
            person_api_id: string;
            /** @description What is trained. */
            package_api_id: string;
            /** @description The package’s description, for ease of access. */
            package_desc: string;
            /**
             * Format: date-time
             * @description When the record was made. ISO 8601, UTC.
             */
            date_assigned: string;
            /**
             * Format: date-time
             * @description When the training began; null before. ISO 8601, UTC.
             */
            date_started: string | null;
            /**
             * Format: date-time
             * @description When it was completed; null before. ISO 8601, UTC.
             */
            date_completed: string | null;
        };
        UpdateAccount: {
            /** @description Id of the person whose account it is. */
            id: string;
            /**
             * @description What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves.
             * @enum {string}
             */
            role?: "administrator" | "manager" | "viewer" | "learner";
            /** @description Tags that a manager or viewer is limited to, with those below them; null for the whole organization. */
            tagIds?: string[] | null;
            /**
             * @description Whether they may sign in; those who have are signed out.
             * @enum {string}
             */
            status?: "active" | "disabled";
        };
        UpdateAccountReply: {
            data: components["schemas"]["Account"];
        };
        UpdateAttribute: {
            /**
             * @description What the attribute is for: drivers, or assets, which are vehicles here.
             * @enum {string}
             */
            entityType: "driver" | "asset";
            /** @description Name, unique among drivers or assets. */
            name?: string;
            /**
             * @description What its values are; the select types offer a fixed list, the others take any value.
             * @enum {string}
             */
            attributeType?: "single-select" | "multi-select" | "text" | "freeform-multi-select" | "number" | "date";
            /** @description All texts to offer, for the select types. */
            stringValues?: string[];
            /** @description All numbers to offer, for the number type. */
            numberValues?: number[];
            /** @description Drivers or vehicles to give values to, each by id or by an external id; others stay. */
            entities?: components["schemas"]["AttributeEntityInput"][];
        };
        UpdateAttributeReply: {
            data: components["schemas"]["AttributeExpanded"];
        };
        UpdateDriver: {
            /** @description Full name. */
            name?: string;
            /** @description Name to sign in with: no spaces, no @, unique. */
            username?: string;
            /** @description Password to sign in with. Kept as a salted hash and never shown. */
            password?: string;
            /**
             * @description Whether the driver works now. A deactivated driver keeps all records.
             * @enum {string}
             */
            driverActivationStatus?: "active" | "deactivated";
            /**
             * Format: date-time
             * @description Since when the driver is deactivated, at most six months ago; only with deactivated. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            deactivatedAtTime?: string;
            carrierSettings?: components["schemas"]["DriverCarrier"];
            /** @description Code printed on the ID card that the driver holds. */
            currentIdCardCode?: string;
            /** @description May claim the adverse weather exemption in driving logs. */
            eldAdverseWeatherExemptionEnabled?: boolean;
            /** @description May claim the big day exemption in driving logs. */
            eldBigDayExemptionEnabled?: boolean;
            /**
             * @description Hour at which a logging day begins: 0 or 12.
             * @enum {integer}
             */
            eldDayStartHour?: 0 | 12;
            /** @description Needs no electronic driving log. */
            eldExempt?: boolean;
            /** @description Why no electronic driving log is needed. */
            eldExemptReason?: string;
            /** @description May log personal conveyance. */
            eldPcEnabled?: boolean;
            /** @description May log yard moves. */
            eldYmEnabled?: boolean;
            /** @description Driving features are hidden in the app. */
            hasDrivingFeaturesHidden?: boolean;
            /** @description May leave a pinned vehicle. */
            hasVehicleUnpinningEnabled?: boolean;
            hosSetting?: components["schemas"]["DriverHosSetting"];
            /**
             * @description Country whose conventions the driver's app follows.
             * @enum {string}
             */
            locale?: "us" | "at" | "be" | "ca" | "gb" | "fr" | "de" | "ie" | "it" | "lu" | "mx" | "nl" | "es" | "ch" | "pr";
            /** @description Free notes. */
            notes?: string;
            /** @description Phone number. */
            phone?: string;
            /** @description Where a picture of the driver is. */
            profileImageUrl?: string;
            /** @description Number of the tachograph card. */
            tachographCardNumber?: string;
            /** @description IANA time zone of the driver's home terminal. */
            timezone?: string;
            usDriverRulesetOverride?: components["schemas"]["DriverRulesetOverride"] | null;
            /** @description May log waiting time. */
            waitingTimeDutyStatusEnabled?: boolean;
            /** @description Number of the driving license; with licenseState it is unique. */
            licenseNumber?: string;
            /** @description State or province that issued the license. */
            licenseState?: string;
            /** @description Attributes to set, each named by id or name, with all its values; attributes not listed stay as they are, an attribute without values is taken off. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Tag of the peer group; empty for none. */
            peerGroupTagId?: string;
            /** @description Tag whose trailers the driver sees; empty for none. */
            trailerGroupTagId?: string;
            /** @description Tag whose vehicles the driver sees; empty for none. */
            vehicleGroupTagId?: string;
            /** @description Vehicle that is always this driver’s; empty or 0 for none. */
            staticAssignedVehicleId?: string;
            /** @description Accepted and not kept: pictures are only kept by URL. */
            profileImageBase64?: string;
            /** @description All tags of this object, by id. A token that is limited to tags must name one of them. */
            tagIds?: string[];
        };
        UpdateDriverEfficiencySettingsReply: {
            data: components["schemas"]["DriverEfficiencySettings"];
        };
        UpdateDriverReply: {
            data: components["schemas"]["Driver"];
        };
        UpdateFormTemplate: {
            /** @description Id of the template to change. */
            id: string;
            /** @description Title of the form, 1 to 255 characters. */
            title?: string;
            /** @description What it is for; null clears it. */
            description?: string | null;
            /**
             * @description What the form is about.
             * @enum {string}
             */
            formCategory?: "general" | "routing" | "fuel" | "safety" | "assetInspection";
            /** @description How submissions are approved; null: not at all. */
            approvalConfig?: components["schemas"]["FormApprovalConfigInput"] | null;
            /** @description The sections with their fields, 1 to 100; they replace all there were. */
            sections?: components["schemas"]["FormSectionInput"][];
        };
        UpdateFormTemplateReply: {
            data: components["schemas"]["FormTemplate"];
        };
        UpdateOrganizationSettings: {
            /** @description IANA time zone such as America/Chicago; UTC unless one was set. */
            timeZone?: string;
            /** @description Id of a date attribute; null for none. */
            startDateAttributeId?: string | null;
        };
        UpdateOrganizationSettingsReply: {
            data: components["schemas"]["OrganizationSettings"];
        };
        UpdateQualificationRecord: {
            /** @description Id or external id (key:value) of the record. */
            id: string;
            owner?: components["schemas"]["QualificationOwnerInput"];
            /**
             * Format: date-time
             * @description Since when it holds. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            issueDate?: string;
            /**
             * Format: date-time
             * @description When it expires; 1970-01-01T00:00:00Z stands for never. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            expirationDate?: string;
            /** @description Values of fields of the type; fields that are not named stay as they are. */
            fields?: components["schemas"]["QualificationFieldInput"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
        };
        UpdateQualificationType: {
            /** @description Id of the type to change. */
            id: string;
            /** @description Name of the qualification, 1 to 255 characters. */
            name?: string;
            /** @description What a record is asked for, at most 100 fields. Field types: number, text, multiple_choice, check_boxes, datetime, signature, media, table. */
            fields?: components["schemas"]["FormFieldInput"][];
            /** @description When records expire; they need not unless this says so. */
            expiration?: {
                /** @description Whether every record must say when it expires. */
                required: boolean;
                /** @description A record made without an expiration date expires this many months after its issue date, 1 to 1,200. */
                monthsAfterIssue?: number;
            };
        };
        UpdateQualificationTypeReply: {
            data: components["schemas"]["QualificationType"];
        };
        UpdateReminderPolicyReply: {
            data: components["schemas"]["ReminderPolicy"];
        };
        UpdateReportConfig: {
            /**
             * Format: uuid
             * @description Report config to change.
             */
            id: string;
            /** @description What people call it. */
            name?: string;
            /** @description Another dataset; send columns with it. */
            datasetId?: string;
            /** @description What the report shows, in this order. */
            columns?: components["schemas"]["ReportColumnInput"][];
            filters?: components["schemas"]["ReportFiltersInput"];
            /** @description Ours: one row for each combination of these fields’ values; every other column is an aggregate. Empty: no groups. */
            groupBy?: string[];
            /** @description Ours: the order of the rows, else the dataset’s own. */
            sort?: components["schemas"]["ReportSortInput"][];
        };
        UpdateReportConfigReply: {
            data: components["schemas"]["ReportConfig"];
        };
        UpdateReportSchedule: {
            /**
             * Format: uuid
             * @description Schedule to change.
             */
            id: string;
            /** @description Minute, hour, day of month, month and day of week, as in "0 6 * * 1"; at most once an hour. */
            cron?: string;
            /** @description Whose clock it goes by, such as America/Los_Angeles; UTC unless given. */
            timezone?: string;
            /** @description Its runs’ time range: so many days up to the time it is due; else as the config says. */
            lastDays?: number;
            /** @description True while it makes no runs; what is missed meanwhile stays so. */
            isPaused?: boolean;
        };
        UpdateReportScheduleReply: {
            data: components["schemas"]["ReportSchedule"];
        };
        UpdateRequirement: {
            /**
             * Format: uuid
             * @description Requirement to change.
             */
            id: string;
            /** @description What people call it. */
            name?: string;
            /** @description Who needs it: a tree of `all`, `any`, `not` over `tag` (those below included), `type` (driver, user, vehicle), `attribute` ({id, in, atLeast, atMost, before, after}), `role`, `holds` ({typeId}), `startedWithinDays` and `startedAtLeastDaysAgo`; one key a node. */
            appliesTo?: {
                [key: string]: unknown;
            };
            /** @description What satisfies it: a tree of `anyOf` and `allOf` over `course` ({id, minScorePercent, revision}), `qualification` ({typeId, fields}), `form` ({templateId, approved, minScorePercent}) and `hours` ({hours, withinMonths, courseIds, categoryIds}); one key a node. */
            satisfiedBy?: {
                [key: string]: unknown;
            };
            /** @description Where the rule comes from, such as "29 CFR 1910.178(l)(4)(iii)". */
            citation?: string | null;
            /**
             * @description What eligibility makes of it when it is not met: `block` keeps from work, `warn` does not.
             * @default block
             * @enum {string}
             */
            severity?: "block" | "warn";
            /** @description How long evidence is good: "forever", "untilRecordExpires", {days}, {months}, or {calendar: {month, day, everyYears, firstYear, earlyDays}} for the same deadline every year or every few. */
            validity?: unknown;
            /** @description True when nobody needs it until one of the occurrences in `refresh` comes. */
            onlyOnOccurrence?: boolean;
            /** @description By when somebody who never had it needs it: {days, from}, where `from` is `applicable` (since when it applies) or `start` (the start date that the organization names). */
            firstDue?: {
                [key: string]: unknown;
            } | null;
            /** @description How early evidence renews it: {earlyDays, keepAnniversary}; with keepAnniversary it extends from the old end. */
            renewal?: {
                [key: string]: unknown;
            } | null;
            /** @description Days after the end until it is overdue. */
            graceDays?: number;
            /** @description Days before the end on which to warn; the longest says from when a status is expiring. */
            warnDays?: number[];
            /** @description What brings the due time forward: {onCourseRevision: {dueDays}} or {onOccurrence: {type, count, withinDays, dueDays}}. */
            refresh?: {
                [key: string]: unknown;
            }[];
            /** @description The assignment that it makes by itself, once a cycle. */
            assign?: {
                /**
                 * Format: uuid
                 * @description The course that is assigned.
                 */
                courseId: string;
                /** @description How many days before the due time. */
                daysBefore?: number;
            } | null;
        };
        UpdateRequirementReply: {
            data: components["schemas"]["Requirement"];
        };
        UpdateTrainingCourse: {
            /** @description Id of the course to change. */
            id: string;
            /** @description Title of the course, 1 to 255 characters. */
            title?: string;
            /** @description What it teaches; null clears it. */
            description?: string | null;
            category?: components["schemas"]["CategoryRef"];
            /** @description How long it takes, in minutes. */
            estimatedTimeToCompleteMinutes?: number;
            /** @description What the course is about, at most 30. */
            labels?: components["schemas"]["CourseLabelInput"][];
        };
        UpdateTrainingCourseReply: {
            data: components["schemas"]["TrainingCourse"];
        };
        UpdateUser: {
            /** @description First and last name. */
            name?: string;
            /**
             * @description How the user signs in.
             * @enum {string}
             */
            authType?: "default" | "saml";
            /** @description All roles of the user; at most one of them without a tag. */
            roles?: components["schemas"]["RoleOfUser"][];
            /**
             * @description When temporary access ends: RFC 3339, any offset; empty for no end.
             * @example 2026-12-31T17:00:00Z
             */
            expireAt?: string;
        };
        UpdateUserReply: {
            data: components["schemas"]["User"];
        };
        UpdateVehicle: {
            /** @description Name of the vehicle. */
            name?: string;
            auxInputType1?: components["schemas"]["AuxInputType"];
            auxInputType2?: components["schemas"]["AuxInputType"];
            auxInputType3?: components["schemas"]["AuxInputType"];
            auxInputType4?: components["schemas"]["AuxInputType"];
            auxInputType5?: components["schemas"]["AuxInputType"];
            auxInputType6?: components["schemas"]["AuxInputType"];
            auxInputType7?: components["schemas"]["AuxInputType"];
            auxInputType8?: components["schemas"]["AuxInputType"];
            auxInputType9?: components["schemas"]["AuxInputType"];
            auxInputType10?: components["schemas"]["AuxInputType"];
            auxInputType11?: components["schemas"]["AuxInputType"];
            auxInputType12?: components["schemas"]["AuxInputType"];
            auxInputType13?: components["schemas"]["AuxInputType"];
            /** @description Engine hours entered by hand; 0 takes them off. */
            engineHours?: number;
            grossVehicleWeight?: components["schemas"]["GrossVehicleWeight"];
            /**
             * @description How sensitive the detection of harsh acceleration is.
             * @enum {string}
             */
            harshAccelerationSettingType?: "passengerCar" | "lightTruck" | "heavyDuty" | "off" | "automatic";
            /** @description License plate. */
            licensePlate?: string;
            /** @description Free notes. */
            notes?: string;
            /** @description Odometer entered by hand, in meters; 0 takes it off. */
            odometerMeters?: number;
            /**
             * @description Whether commercial rules apply to it.
             * @enum {string}
             */
            vehicleRegulationMode?: "regulated" | "unregulated" | "mixed";
            /**
             * @description Kind of vehicle.
             * @enum {string}
             */
            vehicleType?: "unset" | "passenger" | "truck" | "bus";
            /** @description Attributes to set, each named by id or name, with all its values; attributes not listed stay as they are, an attribute without values is taken off. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems. Keys that are not sent stay; a key with an empty value is taken off. */
            externalIds?: {
                [key: string]: string | number | boolean | null;
            };
            /** @description Serial number of the gateway; empty for none. */
            gatewaySerial?: string;
            /** @description The driver whose vehicle this always is; empty or 0 for none. */
            staticAssignedDriverId?: string;
            /** @description All tags of this object, by id. A token that is limited to tags must name one of them. */
            tagIds?: string[];
            /** @description Vehicle identification number. */
            vin?: string;
        };
        UpdateVehicleReply: {
            data: components["schemas"]["Vehicle"];
        };
        UploadCameraMedia: {
            /** @description The vehicle that the camera is in, by id or external id `key:value`. */
            vehicleId: string;
            input: components["schemas"]["CameraInput"];
            mediaType: components["schemas"]["CameraMediaType"];
            /**
             * @description Why it was recorded.
             * @enum {string}
             */
            triggerReason: "api" | "panicButton" | "periodicStill" | "rfidEvent" | "safetyEvent" | "tripEndStill" | "tripStartStill" | "videoRetrieval";
            /**
             * Format: date-time
             * @description When the recording begins; of a still, when it was taken. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            startTime: string;
            /**
             * Format: date-time
             * @description When it ends; of a still, its startTime. RFC 3339; any offset, milliseconds allowed.
             * @example 2026-11-21T09:00:00Z
             */
            endTime: string;
            cameraRole?: components["schemas"]["CameraRole"];
            /**
             * Format: binary
             * @description The recording: .jpg or .png of at most 32 MiB for a still; .mp4, .mov or .webm of at most 1 GiB for a video.
             */
            file: Blob;
        };
        UploadCameraMediaReply: {
            data: components["schemas"]["CameraMedia"];
        };
        UseSignInCode: {
            /** @description The code, as the link has it after `#`. */
            code: string;
            /** @description Password from now on: at least 10 characters. */
            password?: string;
            /** @description PIN of six digits. */
            pin?: string;
            /** @description What to call the device; told by the browser unless given. */
            deviceName?: string;
        };
        User: {
            /** @description Id of the user. */
            id: string;
            /** @description Full name. */
            name: string;
            /** @description Address that the user signs in with; empty for the user that a token acts as. */
            email: string;
            /**
             * @description How the user signs in.
             * @enum {string}
             */
            authType: "default" | "saml";
            /** @description Roles, each in the whole organization or within one tag. */
            roles: components["schemas"]["UserRoleAssignment"][];
        };
        UserRole: {
            /** @description Id of the role. */
            id: string;
            /** @description Name of the role. */
            name: string;
        };
        UserRoleAssignment: {
            role?: components["schemas"]["UserRole"];
            tag?: components["schemas"]["TagReference"];
            /**
             * Format: date-time
             * @description When the user's temporary access ends. RFC 3339, UTC.
             */
            expireAt?: string;
        };
        Vehicle: {
            /** @description Id of the vehicle. */
            id: string;
            /** @description Name of the vehicle. */
            name: string;
            /** @description Vehicle identification number. */
            vin?: string;
            /** @description Serial number of its gateway. */
            serial?: string;
            gateway?: components["schemas"]["Gateway"];
            /** @description Serial number of its camera. */
            cameraSerial?: string;
            /** @description Serial number of its engine. */
            esn?: string;
            /** @description Manufacturer. */
            make?: string;
            /** @description Model. */
            model?: string;
            /** @description Model year. */
            year?: string;
            auxInputType1?: components["schemas"]["AuxInputType"];
            auxInputType2?: components["schemas"]["AuxInputType"];
            auxInputType3?: components["schemas"]["AuxInputType"];
            auxInputType4?: components["schemas"]["AuxInputType"];
            auxInputType5?: components["schemas"]["AuxInputType"];
            auxInputType6?: components["schemas"]["AuxInputType"];
            auxInputType7?: components["schemas"]["AuxInputType"];
            auxInputType8?: components["schemas"]["AuxInputType"];
            auxInputType9?: components["schemas"]["AuxInputType"];
            auxInputType10?: components["schemas"]["AuxInputType"];
            auxInputType11?: components["schemas"]["AuxInputType"];
            auxInputType12?: components["schemas"]["AuxInputType"];
            auxInputType13?: components["schemas"]["AuxInputType"];
            /** @description Engine hours entered by hand; 0 takes them off. */
            engineHours?: number;
            grossVehicleWeight?: components["schemas"]["GrossVehicleWeight"];
            /**
             * @description How sensitive the detection of harsh acceleration is.
             * @enum {string}
             */
            harshAccelerationSettingType?: "passengerCar" | "lightTruck" | "heavyDuty" | "off" | "automatic";
            /** @description License plate. */
            licensePlate?: string;
            /** @description Free notes. */
            notes?: string;
            /** @description Odometer entered by hand, in meters; 0 takes it off. */
            odometerMeters?: number;
            /**
             * @description Whether commercial rules apply to it.
             * @enum {string}
             */
            vehicleRegulationMode?: "regulated" | "unregulated" | "mixed";
            /**
             * @description Kind of vehicle.
             * @enum {string}
             */
            vehicleType?: "unset" | "passenger" | "truck" | "bus";
            /** @description Gross weight, in the unit of grossVehicleWeight. */
            vehicleWeight?: number;
            /** @description Gross weight in kilograms, rounded. */
            vehicleWeightInKilograms?: number;
            /** @description Gross weight in pounds, rounded. */
            vehicleWeightInPounds?: number;
            /** @description Attribute values. */
            attributes?: components["schemas"]["AttributeOnEntity"][];
            /** @description Ids of this object in other systems: key to value, unique in the organization. */
            externalIds?: {
                [key: string]: string;
            };
            staticAssignedDriver?: components["schemas"]["AssignedDriver"];
            /** @description Tags the vehicle is in. */
            tags?: components["schemas"]["TagReference"][];
            /**
             * Format: date-time
             * @description When the vehicle was added. RFC 3339, UTC.
             */
            createdAtTime: string;
            /**
             * Format: date-time
             * @description When the vehicle was last changed. RFC 3339, UTC.
             */
            updatedAtTime: string;
        };
        VehicleEfficiency: {
            /** @description The vehicle. */
            vehicleId: string;
            scoreData?: components["schemas"]["EfficiencyScores"];
            rawData?: components["schemas"]["EfficiencySums"];
            percentageData?: components["schemas"]["EfficiencyPercentages"];
            difficultyScore?: components["schemas"]["EfficiencyDifficulty"];
        };
        VerifyLedgerReply: {
            data: components["schemas"]["LedgerVerification"];
        };
        Waiver: {
            /**
             * Format: uuid
             * @description Id of the waiver.
             */
            id: string;
            /**
             * Format: uuid
             * @description The requirement that is lifted.
             */
            requirementId: string;
            subject: components["schemas"]["SubjectRef"];
            /**
             * Format: date-time
             * @description Its first moment. RFC 3339, UTC.
             */
            from: string;
            /**
             * Format: date-time
             * @description Its last moment; for ever unless there is one. RFC 3339, UTC.
             */
            until?: string;
            /** @description Why. */
            reason: string;
            /**
             * Format: date-time
             * @description When it was made. RFC 3339, UTC.
             */
            createdAtTime: string;
            /** @description Who made it. */
            createdById: string;
        };
        WriteTrainingPackage: {
            /** @description Name of the package, 1 to 255 characters. */
            name: string;
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description What it teaches, at most 10,000 characters; null for nothing. */
            description?: string | null;
            /** @description Whether it can be assigned; true for a new one. False retires it: its records in progress are deleted. */
            is_active?: boolean;
        };
        WriteTrainingRecord: {
            /** @description Id in your system, 1 to 255 characters, unique among objects of this kind; made when absent. */
            api_id?: string;
            /** @description Who trains: an api_id, a directory id such as driver-281474, or an external id key:value. */
            person_api_id: string;
            /** @description The api_id of an active package. */
            package_api_id: string;
            /**
             * @description When the training began. ISO 8601 with any offset.
             * @example 2026-11-21T09:00:00Z
             */
            date_started?: string | null;
            /**
             * @description When it was completed; without a start it began then too. ISO 8601 with any offset.
             * @example 2026-11-21T09:00:00Z
             */
            date_completed?: string | null;
        };
    };
    responses: {
        /** @description It contradicts what is so now; the message says what. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It contradicts what is so now; the message says what. */
        DetailConflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The token or the role lacks the scope. */
        DetailForbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description A defect of the server; the log has more under the requestId. */
        DetailInternal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The Idempotency-Key was used for another request. */
        DetailKeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description No such object in this organization. */
        DetailNotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description Over the rate limit; Retry-After says how many seconds to wait. */
        DetailRateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The body, or a file in it, is too large; the message says how large it may be. */
        DetailTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The token is missing, unknown or revoked; or nobody is signed in. */
        DetailUnauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The database is not available, or the server out of room; Retry-After says how many seconds to wait. */
        DetailUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The body is compressed, or in a charset other than UTF-8. */
        DetailUnsupported: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description A parameter or field is wrong; the message names it. */
        FieldProblemsInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["FieldProblems"];
            };
        };
        /** @description The token or the role lacks the scope. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A defect of the server; the log has more under the requestId. */
        Internal: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A parameter or field is wrong; the message names it. */
        Invalid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description A parameter or field is wrong; the message names it. */
        InvalidErrorInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["InvalidError"];
            };
        };
        /** @description The Idempotency-Key was used for another request. */
        KeyReused: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description No such object in this organization. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Over the rate limit; Retry-After says how many seconds to wait. */
        RateLimited: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body, or a file in it, is too large; the message says how large it may be. */
        TooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The token is missing, unknown or revoked; or nobody is signed in. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The database is not available, or the server out of room; Retry-After says how many seconds to wait. */
        Unavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is compressed, or in a charset other than UTF-8. */
        Unsupported: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
        After: string;
        /** @description Its `api_id`. */
        ApiId: string;
        /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
        DryRun: boolean;
        /** @description Its id, or an external id as key:value. */
        Id: string;
        /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
        IdempotencyKey: string;
        /** @description Objects a page, 1 to 512. */
        Limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description Names this request in the server log. */
        "X-Request-Id": string;
        /** @description Whole seconds to wait before the next try. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listChanges: {
        parameters: {
            query?: {
                /** @description The place in the ledger to go on from: an `endCursor`, the `cursor` of a change, or the number of an entry, after all of it. It is good for ever, whatever the other parameters are. Empty, or 0, is the beginning. */
                after?: string;
                /** @description Changes a page, 1 to 1000. */
                limit?: number;
                /** @description Only changes of these kinds of objects, as the ledger calls them: trainingAssignment. */
                resources?: string[];
                /** @description Only these operations: create, update, delete, or what time did, such as overdue. */
                operations?: string[];
                /** @description Only what concerns this person or vehicle: 281474, user-4392, payroll:4841. */
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes; `endCursor` is never empty, and is where to go on later. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListChangesReply"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getObjectsAsOf: {
        parameters: {
            query: {
                /** @description The kind of objects, as the ledger calls it: trainingAssignment. */
                resource: string;
                /** @description Their ids, up to 100. */
                ids: string[];
                /**
                 * @description The moment, with the whole of its millisecond; now unless given. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetObjectsAsOfReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListUsersReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateUserReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetUserReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the user. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateUserReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUserRoles: {
        parameters: {
            query?: {
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListUserRolesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAttributesByEntityType: {
        parameters: {
            query: {
                /** @description What the attribute is for: drivers, or assets, which are vehicles here. */
                entityType: "driver" | "asset";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAttributesByEntityTypeReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAttribute: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAttribute"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateAttributeReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAttribute: {
        parameters: {
            query: {
                /** @description What the attribute is for: drivers, or assets, which are vehicles here. */
                entityType: "driver" | "asset";
            };
            header?: never;
            path: {
                /** @description Id of the attribute, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAttributeReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAttribute: {
        parameters: {
            query: {
                /** @description What the attribute is for: drivers, or assets, which are vehicles here. */
                entityType: "driver" | "asset";
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the attribute, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAttribute: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the attribute, a UUID. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAttribute"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateAttributeReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrganizationInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetOrganizationInfoReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDrivers: {
        parameters: {
            query?: {
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only what is in one of these tags, by id. */
                tagIds?: string[];
                /** @description Only what is in one of these tags or in a tag below one of them. */
                parentTagIds?: string[];
                /** @description Only what has every one of these attribute values, by id. */
                attributeValueIds?: string[];
                /** @description Only what meets every condition: Name:value, or Name:range(10,20) for numbers, or Name:range(2026-01-01,2026-01-31) for dates; both ends belong to the range. At most 20 conditions. */
                attributes?: string[];
                /**
                 * @description Only what was changed at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                updatedAfterTime?: string;
                /**
                 * @description Only what was added at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                createdAfterTime?: string;
                /** @description Which drivers. */
                driverActivationStatus?: "active" | "deactivated";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDriversReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createDriver: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDriver"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateDriverReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDriver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDriverReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteDriver: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateDriver: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDriver"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateDriverReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTagsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTag: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTag"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTagReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTagReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTag: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceTag"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplaceTagReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTag: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchTag: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchTag"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatchTagReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listVehicles: {
        parameters: {
            query?: {
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only what is in one of these tags, by id. */
                tagIds?: string[];
                /** @description Only what is in one of these tags or in a tag below one of them. */
                parentTagIds?: string[];
                /** @description Only what has every one of these attribute values, by id. */
                attributeValueIds?: string[];
                /** @description Only what meets every condition: Name:value, or Name:range(10,20) for numbers, or Name:range(2026-01-01,2026-01-31) for dates; both ends belong to the range. At most 20 conditions. */
                attributes?: string[];
                /**
                 * @description Only what was changed at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                updatedAfterTime?: string;
                /**
                 * @description Only what was added at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                createdAfterTime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListVehiclesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createVehicle: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVehicle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateVehicleReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getVehicle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetVehicleReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateVehicle: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its id, or an external id as key:value. */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateVehicle"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateVehicleReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrganizationSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetOrganizationSettingsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateOrganizationSettings: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganizationSettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateOrganizationSettingsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDirectoryUsers: {
        parameters: {
            query?: {
                /** @description Only those with this text, in any case, in the name or the email. */
                search?: string;
                /** @description Objects a page, 1 to 1,000. */
                limit?: number;
                /** @description Objects to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDirectoryUsersReply"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    createDirectoryUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDirectoryUser"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUser"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    getDirectoryUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUser"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    replaceDirectoryUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceDirectoryUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUser"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    deleteDirectoryUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inactive now; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            /** @description It has records. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    updateDirectoryUser: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchDirectoryUser"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryUser"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    getDriverEfficiencyByDrivers: {
        parameters: {
            query: {
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description What to answer: scores, which is the default, raw sums, percentages. */
                dataFormats?: ("score" | "raw" | "percentage")[];
                /** @description Those in one of these tags, by id, beside those named by other filters. */
                tagIds?: string[];
                /** @description Those in one of these tags or below one of them, beside those named by other filters. */
                parentTagIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only these drivers, by id or external id key:value, beside those that the tags name. */
                driverIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDriverEfficiencyByDriversReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDriverEfficiencyByVehicles: {
        parameters: {
            query: {
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description What to answer: scores, which is the default, raw sums, percentages. */
                dataFormats?: ("score" | "raw" | "percentage")[];
                /** @description Those in one of these tags, by id, beside those named by other filters. */
                tagIds?: string[];
                /** @description Those in one of these tags or below one of them, beside those named by other filters. */
                parentTagIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only these vehicles, by id or external id key:value, beside those that the tags name. */
                vehicleIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDriverEfficiencyByVehiclesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetDriverEfficiencyByDrivers: {
        parameters: {
            query: {
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description What to answer: scores, which is the default, raw sums, percentages. */
                dataFormats?: ("score" | "raw" | "percentage")[];
                /** @description Those in one of these tags, by id, beside those named by other filters. */
                tagIds?: string[];
                /** @description Those in one of these tags or below one of them, beside those named by other filters. */
                parentTagIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only these drivers, by id or external id key:value, beside those that the tags name. */
                driverIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetDriverEfficiencyByDriversReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetDriverEfficiencyByVehicles: {
        parameters: {
            query: {
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description What to answer: scores, which is the default, raw sums, percentages. */
                dataFormats?: ("score" | "raw" | "percentage")[];
                /** @description Those in one of these tags, by id, beside those named by other filters. */
                tagIds?: string[];
                /** @description Those in one of these tags or below one of them, beside those named by other filters. */
                parentTagIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only these vehicles, by id or external id key:value, beside those that the tags name. */
                vehicleIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetDriverEfficiencyByVehiclesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postDriverEfficiencyHours: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostEfficiencyHours"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostDriverEfficiencyHoursReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDriverEfficiencySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDriverEfficiencySettingsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateDriverEfficiencySettings: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchDriverEfficiencySettings"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateDriverEfficiencySettingsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDriverEfficiencyRanking: {
        parameters: {
            query: {
                /** @description Drivers or vehicles. */
                type: "driver" | "vehicle";
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description Only those in one of these tags or below it. */
                tagIds?: string[];
                /** @description Only those who have this text, in any case, in their name or an external id. */
                search?: string;
                /** @description The lowest or the highest score first, or who has lost or gained most since the period before. Who has none comes last. */
                sort?: "worst" | "best" | "fallen" | "risen";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDriverEfficiencyRankingReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDriverEfficiencySeries: {
        parameters: {
            query: {
                /** @description A driver or vehicle, by id or external id key:value. */
                id: string;
                /**
                 * @description The first hour, a whole hour of the clock it is written in, at least a day before endTime. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end, not included: a whole hour of the clock it is written in, at least three hours ago. Days and months that lie inside are read from their sums. Hours of the last three days may still come in or change. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description What a point is over, in UTC; weeks begin on Monday. A bucket that the window cuts has only what lies inside. */
                bucket?: "day" | "week" | "month";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDriverEfficiencySeriesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFormTemplates: {
        parameters: {
            query?: {
                /** @description Only these templates, at most 100; all without it. */
                ids?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetFormTemplatesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createFormTemplate: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFormTemplate"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateFormTemplateReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateFormTemplate: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFormTemplate"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateFormTemplateReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFormSubmissions: {
        parameters: {
            query: {
                /** @description Ids of the submissions or external ids key:value, at most 100. */
                ids: string[];
                /** @description externalIds adds the ids in other systems. */
                include?: "externalIds"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetFormSubmissionsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postFormSubmission: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFormSubmission"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostFormSubmissionReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchFormSubmission: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchFormSubmission"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatchFormSubmissionReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFormSubmissionsStream: {
        parameters: {
            query: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /**
                 * @description Only submissions changed at or after this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only submissions changed before this time; without it the stream never ends. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description Only submissions of these templates, at most 50. */
                formTemplateIds?: string[];
                /** @description Only submissions assigned to or handed in by these users or, with driverIds, those drivers, at most 50. */
                userIds?: string[];
                /** @description Only submissions assigned to or handed in by these drivers or, with userIds, those users, at most 50. */
                driverIds?: string[];
                /** @description Only submissions of these route stops, at most 50. */
                assignedToRouteStopIds?: string[];
                /** @description externalIds adds the ids in other systems. */
                include?: "externalIds"[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetFormSubmissionsStreamReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFormSubmissionsPdfExports: {
        parameters: {
            query: {
                /** @description Id of the export. */
                pdfId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetFormSubmissionsPdfExportsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postFormSubmissionsPdfExports: {
        parameters: {
            query: {
                /** @description Id of the submission, or an external id key:value. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostFormSubmissionsPdfExportsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetFormTemplates: {
        parameters: {
            query?: {
                /** @description Only these templates, at most 100; all without it. */
                ids?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetFormTemplatesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    startFormSubmission: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartFormSubmission"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartFormSubmissionReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitFormSubmission: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitFormSubmission"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitFormSubmissionReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFormSubmissions: {
        parameters: {
            query?: {
                /** @description Only those that have this text in their title or that of their form, in any case, or that are assigned to or handed in by somebody who has it in their name, login name, email address or an external id. */
                search?: string;
                /** @description Only those assigned to or handed in by these people, at most 100: driver-281474, user-4392 or key:value. */
                personIds?: string[];
                /** @description Only those of these forms, at most 100. */
                formTemplateIds?: string[];
                /** @description Only those of people in one of these tags or below it. */
                tagIds?: string[];
                /** @description Only those in one of these states; all but archived ones unless given. */
                statuses?: ("notStarted" | "inProgress" | "completed" | "needsReview" | "changesRequested" | "approved" | "archived")[];
                /** @description What was handed in or made last, or first; what is due first; or what was changed last. */
                sort?: "newest" | "oldest" | "due" | "changed";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListFormSubmissionsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    importFile: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportFile"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportFileReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLedger: {
        parameters: {
            query?: {
                /** @description Only entries that changed an object of this kind: trainingAssignment. */
                resource?: string;
                /** @description Only what this person, token or Crewready itself did: user-4392. */
                actor?: string;
                /**
                 * @description Only entries of this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                from?: string;
                /**
                 * @description Only entries before this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                until?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLedgerReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLedgerVerification: {
        parameters: {
            query: {
                /** @description The verification. */
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetLedgerVerificationReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLedgerVerification"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyLedgerReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUploadedMedia: {
        parameters: {
            query: {
                /** @description Only of these vehicles, at most 20, by id or by external id `key:value`, split by commas. */
                vehicleIds: string[];
                /**
                 * @description Only what was recorded at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only what arrived after this time: send the last availableAtTime you saw. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                availableAfterTime?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /**
                 * @description Only what was recorded before this time, at most 24 hours after startTime. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description Only from these camera inputs. Repeat the parameter for each value, without commas. */
                inputs?: ("dashcamRoadFacing" | "dashcamDriverFacing" | "analog1" | "analog2" | "analog3" | "analog4")[];
                /** @description Only of these types. Repeat the parameter for each value, without commas. */
                mediaTypes?: ("image" | "videoHighRes")[];
                /** @description Only what was recorded for one of these reasons. Repeat the parameter for each value, without commas. */
                triggerReasons?: ("api" | "panicButton" | "periodicStill" | "rfidEvent" | "safetyEvent" | "tripEndStill" | "tripStartStill" | "videoRetrieval")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListUploadedMediaReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadCameraMedia: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadCameraMedia"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadCameraMediaReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMediaRetrieval: {
        parameters: {
            query: {
                /** @description Id that the retrieval was given when it was made. */
                retrievalId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetMediaRetrievalReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postMediaRetrieval: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMediaRetrieval"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostMediaRetrievalReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewListUploadedMedia: {
        parameters: {
            query: {
                /** @description Only of these vehicles, by id or by external id `key:value`, split by commas. */
                vehicleIds?: string[];
                /** @description Also of vehicles in one of these tags. */
                tagIds?: string[];
                /** @description Also of vehicles in one of these tags or in a tag below one of them. */
                parentTagIds?: string[];
                /**
                 * @description Only what was recorded at this time or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only what arrived after this time: send the last availableAtTime you saw. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                availableAfterTime?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /**
                 * @description Only what was recorded before this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime: string;
                /** @description Only from these camera inputs; analog is every analog one. Repeat the parameter for each value, without commas. */
                inputs?: ("dashcamRoadFacing" | "dashcamDriverFacing" | "analog")[];
                /** @description Stills are all there is here. Repeat the parameter for each value, without commas. */
                mediaTypes?: "image"[];
                /** @description Only what was recorded for one of these reasons. Repeat the parameter for each value, without commas. */
                triggerReasons?: ("api" | "panicButton" | "periodicStill" | "tripEndStill" | "tripStartStill" | "videoRetrieval")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewListUploadedMediaReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    fulfilMediaRetrieval: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FulfilMediaRetrieval"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FulfilMediaRetrievalReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    failMediaRetrieval: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailMediaRetrieval"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailMediaRetrievalReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQualificationTypes: {
        parameters: {
            query: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Whose qualification it is: a driver or user (worker) or a vehicle (asset). */
                entityType: "worker" | "asset";
                /** @description Only these types, at most 100, archived ones included; all active types unless given. */
                ids?: string[];
                /** @description Ours: true adds the archived types when no ids are given. */
                includeArchived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetQualificationTypesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createQualificationType: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQualificationType"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateQualificationTypeReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateQualificationType: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQualificationType"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateQualificationTypeReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQualificationRecords: {
        parameters: {
            query: {
                /** @description Ids or external ids (key:value) of the records, at most 100. Deleted ones are found too. */
                ids: string[];
                /** @description True adds the external ids of each record and of its owner. */
                includeExternalIds?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetQualificationRecordsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQualificationRecord"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostQualificationRecordReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationRecordId"];
            };
        };
        responses: {
            /** @description Done; there is no body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQualificationRecord"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatchQualificationRecordReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationRecordId"];
            };
        };
        responses: {
            /** @description Done; there is no body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    unarchiveQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationRecordId"];
            };
        };
        responses: {
            /** @description Done; there is no body. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQualificationRecordsStream: {
        parameters: {
            query: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Whose qualification it is: a driver or user (worker) or a vehicle (asset). */
                entityType: "worker" | "asset";
                /**
                 * @description Only records changed at or after this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only records changed before this time; without it the stream never ends. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description Only records of these types, at most 100. */
                qualificationTypeIds?: string[];
                /** @description Only records of these workers or assets, by id or external id (key:value), at most 100. */
                ownerIds?: string[];
                /** @description True adds deleted records, with recordStatus deleted. */
                includeDeleted?: boolean;
                /** @description True adds the external ids of each record and of its owner. */
                includeExternalIds?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetQualificationRecordsStreamReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveQualificationType: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualificationTypeId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveQualificationTypeReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewQualificationRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewQualificationRecord"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewQualificationRecordReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listQualificationRecords: {
        parameters: {
            query?: {
                /** @description Only those whose type has this text in its name, in any case, or whose owner has it in their name, login name, email address or an external id. */
                search?: string;
                /** @description Only those of these people, deleted ones too, and vehicles, at most 100: 281474, driver-281474 or key:value. */
                ownerIds?: string[];
                /** @description Only those of these types, at most 100. */
                qualificationTypeIds?: string[];
                /** @description Only those of owners in one of these tags or below it. */
                tagIds?: string[];
                /** @description Only those in one of these states; active ones unless given. */
                statuses?: ("active" | "archived")[];
                /** @description Only those that are one of these now. */
                standings?: ("notYetValid" | "valid" | "expiring" | "lapsed")[];
                /** @description Within how many days from now a record is `expiring`. */
                expiringDays?: number;
                /**
                 * @description Only those that expire at or after this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                expiresFrom?: string;
                /**
                 * @description Only those that expire before this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                expiresUntil?: string;
                /** @description What expires first, what was made last, or what was changed last. */
                sort?: "expiry" | "newest" | "changed";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListQualificationRecordsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getQualificationTypeFigures: {
        parameters: {
            query?: {
                /** @description Within how many days from now a record is `expiring`. */
                expiringDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetQualificationTypeFiguresReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getExpirations: {
        parameters: {
            query: {
                /**
                 * @description Only what expires at or after this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only what expires before this time; a year later unless given. At most 1,100 days later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description What is counted together, in the zone of the organization; weeks begin on Monday. */
                by?: "day" | "week";
                /** @description Only records of these types, at most 100. */
                qualificationTypeIds?: string[];
                /** @description Only those of owners in one of these tags or below it. */
                tagIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetExpirationsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReminderPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListReminderPoliciesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateReminderPolicy: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchReminderPolicy"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateReminderPolicyReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReminders: {
        parameters: {
            query?: {
                /** @description Only of these people and vehicles, up to 100. */
                subjectIds?: string[];
                /** @description Only of these requirements, up to 512. */
                requirementIds?: string[];
                /** @description Only these states. */
                states?: components["schemas"]["ReminderState"][];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRemindersReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendReminders: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindNow"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendRemindersReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDatasets: {
        parameters: {
            query?: {
                /** @description Only these datasets, at most 10. */
                ids?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDatasetsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReportConfigs: {
        parameters: {
            query?: {
                /** @description Only these report configs, at most 10. */
                ids?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReportConfigsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReportConfig: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReportConfig"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateReportConfigReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteReportConfig: {
        parameters: {
            query: {
                /** @description Report config to delete. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateReportConfig: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReportConfig"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateReportConfigReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReportRuns: {
        parameters: {
            query?: {
                /** @description Only these runs, at most 10. */
                ids?: string[];
                /** @description Only these configs’ runs, at most 10. */
                reportConfigIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReportRunsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReportRun: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReportRun"];
            };
        };
        responses: {
            /** @description Done. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateReportRunReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReportRunData: {
        parameters: {
            query: {
                /** @description Report run. */
                id: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Rows a page, 1 to 1,024. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReportRunDataReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelReportRun: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRunId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelReportRunReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    draftReportRun: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftReportRun"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftReportRunReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportReportRun: {
        parameters: {
            query: {
                /** @description A complete report run. */
                id: string;
                /** @description What kind of file. */
                format: "csv" | "xlsx" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": Blob;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    "application/vnd.apache.parquet": Blob;
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReportSchedules: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListReportSchedulesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createReportSchedule: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReportSchedule"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateReportScheduleReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteReportSchedule: {
        parameters: {
            query: {
                /** @description Schedule to delete. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateReportSchedule: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateReportSchedule"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateReportScheduleReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetCustomReportConfigs: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetCustomReportConfigsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetCustomReportRuns: {
        parameters: {
            query?: {
                /** @description Only runs of these reports; not together with ids. */
                customReportIds?: string[];
                /** @description Only these runs; not together with customReportIds. */
                ids?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetCustomReportRunsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewPostCustomReportRun: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewCreateReportRun"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPostCustomReportRunReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetCustomReportRunData: {
        parameters: {
            query: {
                /** @description Run. */
                id: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetCustomReportRunDataReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequirements: {
        parameters: {
            query?: {
                /** @description Only these requirements, up to 512. */
                ids?: string[];
                /** @description Only requirements in these states; all but archived ones unless given. */
                states?: ("draft" | "published" | "archived")[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRequirementsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createRequirement: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRequirement"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateRequirementReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateRequirement: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateRequirement"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateRequirementReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishRequirement: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequirementId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishRequirementReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveRequirement: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequirementId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveRequirementReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    simulateRequirement: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulateRequirement"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulateRequirementReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequirementStatuses: {
        parameters: {
            query?: {
                /** @description Only these people and vehicles, up to 100: 281474, driver-281474 or key:value. Their statuses are worked out at once and are never behind. */
                subjectIds?: string[];
                /** @description Only subjects in one of these tags or below it. */
                tagIds?: string[];
                /** @description Only these requirements, up to 512. */
                requirementIds?: string[];
                /** @description Only these statuses; all but `notNeeded` unless given. */
                statuses?: components["schemas"]["RequirementStatusName"][];
                /** @description Only what is overdue, or only what is not. */
                isOverdue?: boolean;
                /** @description Only what ends within this many days from now. */
                expiringWithinDays?: number;
                /**
                 * @description The moment to ask for, past or future; now unless given. Only with subjectIds. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                asOf?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRequirementStatusesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    explainRequirementStatus: {
        parameters: {
            query: {
                /** @description The person or vehicle: 281474, driver-281474 or key:value. */
                subjectId: string;
                /** @description The requirement. */
                requirementId: string;
                /**
                 * @description The moment to ask for, past or future; now unless given. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplainRequirementStatusReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRequirementStatusMatrix: {
        parameters: {
            query?: {
                /** @description Only these requirements, up to 512. */
                requirementIds?: string[];
                /** @description Only subjects in one of these tags or below it. */
                tagIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Subjects a page, 1 to 5,000. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetRequirementStatusMatrixReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRequirementStatusesStream: {
        parameters: {
            query: {
                /**
                 * @description The beginning of the window, included. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The end of the window, not included. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description Only these requirements, up to 512. */
                requirementIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetRequirementStatusesStreamReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadiness: {
        parameters: {
            query?: {
                /** @description Only subjects in one of these tags or below it. */
                tagIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReadinessReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadinessHistory: {
        parameters: {
            query: {
                /**
                 * @description The first day to tell of. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description The last day to tell of; today unless given. At most 366 days later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReadinessHistoryReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReadinessLapses: {
        parameters: {
            query?: {
                /** @description Only subjects in one of these tags or below it. */
                tagIds?: string[];
                /** @description How many weeks to tell of. */
                weeks?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReadinessLapsesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAttention: {
        parameters: {
            query?: {
                /** @description Only subjects in one of these tags or below it. */
                tagIds?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAttentionReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkEligibility: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckEligibility"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckEligibilityReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEligibilityOverrides: {
        parameters: {
            query?: {
                /** @description Only those of these people and vehicles, up to 512, deleted people too: 281474, driver-281474 or key:value. */
                subjectIds?: string[];
                /** @description Only those of these requirements, up to 512. */
                requirementIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEligibilityOverridesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createEligibilityOverride: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEligibilityOverride"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateEligibilityOverrideReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteEligibilityOverride: {
        parameters: {
            query: {
                /** @description Override to end. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWaivers: {
        parameters: {
            query?: {
                /** @description Only those of these people and vehicles, up to 512, deleted people too: 281474, driver-281474 or key:value. */
                subjectIds?: string[];
                /** @description Only those of these requirements, up to 512. */
                requirementIds?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWaiversReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWaiver: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWaiver"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateWaiverReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWaiver: {
        parameters: {
            query: {
                /** @description Waiver to delete. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOccurrences: {
        parameters: {
            query?: {
                /** @description Only those of these people and vehicles, up to 512, deleted people too: 281474, driver-281474 or key:value. */
                subjectIds?: string[];
                /** @description Only occurrences of these types, up to 100. */
                types?: string[];
                /**
                 * @description Only what happened then or later. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime?: string;
                /**
                 * @description Only what happened before then. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOccurrencesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOccurrence: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOccurrence"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOccurrenceReply"];
                };
            };
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateOccurrenceReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetSessionReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateSessionReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSession: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSessionByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseSignInCode"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateSessionByCodeReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskForLink"];
            };
        };
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetSetUpReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description What they may do: administrators everything; managers everything but accounts and settings, and viewers nothing but read, within their tags; learners see themselves. */
                role?: "administrator" | "manager" | "viewer" | "learner";
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAccount: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAccount"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateAccountReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAccount"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateAccountReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOwnSessionsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteOwnSession: {
        parameters: {
            query: {
                /** @description Session to end. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Only of this person: `user-4392`, `driver-281474`. */
                personId?: string;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSessionsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSessions: {
        parameters: {
            query: {
                /** @description Session to end. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSignInCodes: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSignInCodesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSignInCode: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSignInCode"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateSignInCodeReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSignInCode: {
        parameters: {
            query: {
                /** @description Code to withdraw. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSignInFailures: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSignInFailuresReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSessionByPin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInByPin"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateSessionByPinReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSignInDevices: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSignInDevicesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSignInDevice: {
        parameters: {
            query: {
                /** @description Device to end. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSubjects: {
        parameters: {
            query?: {
                /** @description Only those with one of these ids; an id that nobody has is left out. */
                ids?: string[];
                /** @description Only drivers, users or vehicles; all three unless given. */
                types?: components["schemas"]["SubjectType"][];
                /** @description Only those who have this text, in any case, in their name, login name, email address or an external id, or whose external id `key:value` it is. */
                search?: string;
                /** @description Only those in one of these tags or below it. */
                tagIds?: string[];
                /** @description Whether the person is active; vehicles are. */
                status?: components["schemas"]["SubjectStatus"];
                /** @description By name in any case, or the worst first: by how many requirements are overdue, then expired, missing and expiring. */
                sort?: "name" | "worst";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSubjectsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSubjectSummary: {
        parameters: {
            query: {
                /** @description The person, a deleted one too, or vehicle: 281474, driver-281474, vehicle-281474 or key:value. */
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetSubjectSummaryReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSubjectTimeline: {
        parameters: {
            query: {
                /** @description The person, a deleted one too, or vehicle: 281474, driver-281474, vehicle-281474 or key:value. */
                id: string;
                /** @description Only changes of these kinds of objects, as the ledger calls them: trainingAssignment. */
                resources?: string[];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSubjectTimelineReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Those that were revoked, instead of those that are good. */
                isRevoked?: boolean;
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTokensReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToken"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTokenReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteToken: {
        parameters: {
            query: {
                /** @description Token to revoke. */
                id: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTokenScopes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTokenScopesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingCourses: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only courses with one of these ids, at most 100. */
                courseIds?: string[];
                /** @description Only courses with one of these category ids, at most 100. */
                categoryIds?: string[];
                /** @description Only courses in one of these states. */
                status?: ("published" | "deleted" | "archived")[];
                /** @description Ours: true adds courses that are still drafts, which are otherwise never returned. */
                includeDrafts?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTrainingCoursesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTrainingCourse: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTrainingCourse"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTrainingCourseReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateTrainingCourse: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTrainingCourse"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateTrainingCourseReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingAssignments: {
        parameters: {
            query: {
                /** @description Ids of the assignments to read, at most 100. Deleted ones are found too. */
                ids: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTrainingAssignmentsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    postTrainingAssignments: {
        parameters: {
            query: {
                /** @description Id of a published course. */
                courseId: string;
                /**
                 * @description When it is due. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                dueAtTime: string;
                /** @description Who is to learn: driver-281474, user-4392 or an external id key:value, at most 100. */
                learnerIds: string[];
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostTrainingAssignmentsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTrainingAssignments: {
        parameters: {
            query: {
                /** @description Ids of the assignments to delete, at most 100. */
                ids: string[];
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteTrainingAssignmentsReply"];
                };
            };
            /** @description Deleted; also when some ids were unknown. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchTrainingAssignments: {
        parameters: {
            query: {
                /** @description Ids of the assignments to change, at most 100; one unknown id changes none. */
                ids: string[];
                /**
                 * @description The new due time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                dueAtTime: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatchTrainingAssignmentsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingAssignmentsStream: {
        parameters: {
            query: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /**
                 * @description Only assignments changed at or after this time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                startTime: string;
                /**
                 * @description Only assignments changed before this time; without it the stream never ends. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                endTime?: string;
                /** @description Only assignments of these learners, at most 100. */
                learnerIds?: string[];
                /** @description Only assignments of these courses, at most 100. */
                courseIds?: string[];
                /** @description Only assignments of these course categories, at most 100. */
                categoryIds?: string[];
                /** @description Only assignments in one of these states. */
                status?: ("notStarted" | "inProgress" | "completed")[];
                /** @description Only assignments that are, or are not, overdue now. */
                isOverdue?: boolean;
                /** @description Ours: which kinds of people to include; drivers alone unless given. */
                learnerTypes?: ("driver" | "user")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTrainingAssignmentsStreamReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGetTrainingCourses: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
                /** @description Only courses with one of these ids, at most 100. */
                courseIds?: string[];
                /** @description Only courses with one of these category ids, at most 100. */
                categoryIds?: string[];
                /** @description Only courses in one of these states. */
                status?: ("published" | "deleted" | "archived")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewGetTrainingCoursesReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewDeleteTrainingAssignments: {
        parameters: {
            query: {
                /** @description Ids of the assignments to delete, at most 100. */
                ids: string[];
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewDeleteTrainingAssignmentsReply"];
                };
            };
            /** @description Deleted; also when some ids were unknown. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewPatchTrainingAssignments: {
        parameters: {
            query: {
                /** @description Ids of the assignments to change, at most 100; one unknown id changes none. */
                ids: string[];
                /**
                 * @description The new due time. RFC 3339; any offset, milliseconds allowed.
                 * @example 2026-11-21T09:00:00Z
                 */
                dueAtTime: string;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPatchTrainingAssignmentsReply"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    publishTrainingCourse: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingCourseId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishTrainingCourseReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveTrainingCourse: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingCourseId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveTrainingCourseReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTrainingCourse: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrainingCourseId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteTrainingCourseReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrainingCourseCategories: {
        parameters: {
            query?: {
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTrainingCourseCategoriesReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTrainingCourseCategory: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTrainingCourseCategory"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTrainingCourseCategoryReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTrainingCourseFigures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTrainingCourseFiguresReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    startTrainingAssignment: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartTrainingAssignment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartTrainingAssignmentReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    progressTrainingAssignment: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProgressTrainingAssignment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressTrainingAssignmentReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeTrainingAssignment: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteTrainingAssignment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompleteTrainingAssignmentReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    reopenTrainingAssignment: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenTrainingAssignment"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReopenTrainingAssignmentReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["Unsupported"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrainingAssignments: {
        parameters: {
            query?: {
                /** @description Only those whose course has this text in its title, in any case, or whose learner has it in their name, login name, email address or an external id. */
                search?: string;
                /** @description Only those of these people: driver-281474, user-4392 or key:value, at most 100. */
                learnerIds?: string[];
                /** @description Only those of these courses, at most 100. */
                courseIds?: string[];
                /** @description Only those of these course categories, at most 100. */
                categoryIds?: string[];
                /** @description Only those of people in one of these tags or below it. */
                tagIds?: string[];
                /** @description Only those in one of these states. */
                statuses?: ("notStarted" | "inProgress" | "completed")[];
                /** @description Only those that are, or are not, overdue now. */
                isOverdue?: boolean;
                /** @description What is due first, what was assigned last, or what was changed last. */
                sort?: "due" | "newest" | "changed";
                /** @description Objects a page, 1 to 512. */
                limit?: components["parameters"]["Limit"];
                /** @description The previous page's `endCursor`, sent with the same other parameters. Empty is the first page. */
                after?: components["parameters"]["After"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTrainingAssignmentsReply"];
                };
            };
            400: components["responses"]["InvalidErrorInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTrainingRecords: {
        parameters: {
            query?: {
                /** @description Only those with this text, in any case, in the person’s name, the package’s name or its description. */
                search?: string;
                /** @description Objects a page, 1 to 1,000. */
                limit?: number;
                /** @description Objects to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTrainingRecordsReply"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    createTrainingRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTrainingRecord"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRecord"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    getTrainingRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRecord"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    replaceTrainingRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTrainingRecord"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRecord"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    deleteTrainingRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    updateTrainingRecord: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchTrainingRecord"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRecord"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    listTrainingPackages: {
        parameters: {
            query?: {
                /** @description Only those with this text, in any case, in the name or the description. */
                search?: string;
                /** @description Objects a page, 1 to 1,000. */
                limit?: number;
                /** @description Objects to pass over. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTrainingPackagesReply"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    createTrainingPackage: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTrainingPackage"];
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPackage"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    getTrainingPackage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPackage"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    replaceTrainingPackage: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteTrainingPackage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPackage"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    deleteTrainingPackage: {
        parameters: {
            query?: {
                /** @description True deletes its records too. */
                cascade?: boolean;
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted; there is no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            /** @description It has records. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
    updateTrainingPackage: {
        parameters: {
            query?: {
                /** @description Ours: true runs every check and answers as the write would, but writes nothing. */
                dryRun?: components["parameters"]["DryRun"];
            };
            header?: {
                /** @description Ours: a repeated key gets the first answer again, for 24 hours, and nothing is written. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Its `api_id`. */
                api_id: components["parameters"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatchTrainingPackage"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPackage"];
                };
            };
            400: components["responses"]["FieldProblemsInvalid"];
            401: components["responses"]["DetailUnauthorized"];
            403: components["responses"]["DetailForbidden"];
            404: components["responses"]["DetailNotFound"];
            409: components["responses"]["DetailConflict"];
            413: components["responses"]["DetailTooLarge"];
            415: components["responses"]["DetailUnsupported"];
            422: components["responses"]["DetailKeyReused"];
            429: components["responses"]["DetailRateLimited"];
            500: components["responses"]["DetailInternal"];
            503: components["responses"]["DetailUnavailable"];
        };
    };
}
